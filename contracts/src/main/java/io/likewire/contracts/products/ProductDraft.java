package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * What a client writes of a product. A field that is null was not named: it stays as it is; in a new product it is empty.
 *
 * @param title 1 to 200 characters, normalized and trimmed; not all of them invisible
 * @param image an http(s) URL without credentials, or a path; at most 2048 characters; never fetched by the server
 * @param description plain text of 0 to 2000 characters after trimming; a line ends with a line feed
 */
public record ProductDraft(String title, String image, String description) {
    public ProductDraft(String title, String image) {
        this(title, image, null);
    }

    /** @throws Refusal with one sentence per wrong field; title and image are required */
    public static ProductDraft parse(JsonObject json) {
        ProductFields fields = new ProductFields(json);
        fields.require(ProductFields.TITLE);
        fields.require(ProductFields.IMAGE);
        return fields.draft();
    }

    /**
     * A JSON Merge Patch (RFC 7396) of a product. Of its fields only the description can be removed.
     *
     * @throws Refusal with one sentence per wrong field
     */
    public static ProductDraft parsePatch(JsonObject json) {
        return new ProductFields(json).draft();
    }

    /** The product's fields with these changes. */
    public ProductDraft appliedTo(ProductDraft old) {
        return new ProductDraft(
                Objects.requireNonNullElse(title, old.title),
                Objects.requireNonNullElse(image, old.image),
                Objects.requireNonNullElse(description, old.description));
    }

    public JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put(ProductFields.TITLE, title)
                .put(ProductFields.IMAGE, image)
                .put(ProductFields.DESCRIPTION, description);
        json.getMap().values().removeIf(Objects::isNull);
        return json;
    }
}
