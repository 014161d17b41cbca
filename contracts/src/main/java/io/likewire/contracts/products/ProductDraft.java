package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;

/**
 * What a client may write of a product.
 *
 * @param title 1 to 200 characters after trimming
 * @param image an http(s) URL without credentials, or a path; at most 2048 characters; never fetched by the server
 */
public record ProductDraft(String title, String image) {
    /** @throws Refusal with one sentence per wrong field */
    public static ProductDraft parse(JsonObject json) {
        ProductFields fields = new ProductFields(json);
        fields.require(ProductFields.TITLE);
        fields.require(ProductFields.IMAGE);
        return fields.valid(ProductDraft::new);
    }

    public JsonObject toJson() {
        return new JsonObject().put("title", title).put("image", image);
    }
}
