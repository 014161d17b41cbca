package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;

/**
 * Changes to a product, as a JSON Merge Patch (RFC 7396) of it: what is not named stays. Neither field can be removed.
 *
 * @param title null to keep it; else as in {@link ProductDraft}
 * @param image likewise
 */
public record ProductPatch(String title, String image) {
    /** @throws Refusal with one sentence per wrong field */
    public static ProductPatch parse(JsonObject json) {
        return new ProductFields(json).valid(ProductPatch::new);
    }

    /** The product's fields with these changes. */
    public ProductDraft appliedTo(ProductDraft old) {
        return new ProductDraft(title == null ? old.title() : title, image == null ? old.image() : image);
    }

    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        if (title != null) {
            json.put(ProductFields.TITLE, title);
        }
        return image == null ? json : json.put(ProductFields.IMAGE, image);
    }
}
