package io.likewire.tutorial.wire;

import io.likewire.contracts.events.MalformedFact;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/** The bodies of the tutorial's messages, byte for byte as its services print them. */
public final class TutorialForm {
    private TutorialForm() {}

    /** What a tutorial service says of a product. */
    public record Product(long id, ProductDraft draft, long likes) {}

    public static Buffer product(long id, String title, String image, long likes) {
        return Buffer.buffer("{\"id\": " + id + ", \"title\": " + PythonJson.string(title) + ", \"image\": "
                + PythonJson.string(image) + ", \"likes\": " + likes + "}");
    }

    public static Buffer deletion(long id) {
        return Buffer.buffer("\"" + id + "\"");
    }

    public static Buffer like(long id) {
        return Buffer.buffer(Long.toString(id));
    }

    /** A bare id, as number or as string. */
    public static long readId(Buffer body) {
        return id(decode(body));
    }

    /** @throws MalformedFact unless it is a product that we can have too */
    public static Product readProduct(Buffer body) {
        if (decode(body) instanceof JsonObject json) {
            return product(json);
        }
        throw new MalformedFact("Expected a JSON object");
    }

    /** @throws MalformedFact likewise */
    public static Product product(JsonObject json) {
        try {
            ProductDraft draft = ProductDraft.parse(
                    new JsonObject().put("title", json.getValue("title")).put("image", json.getValue("image")));
            return new Product(id(json.getValue("id")), draft, likes(json.getValue("likes", 0)));
        } catch (Refusal invalid) {
            throw new MalformedFact("Expected a product with a title and an image, but: " + invalid.getMessage());
        }
    }

    private static long likes(Object value) {
        if (value instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new MalformedFact("Expected a number of likes, but got " + value);
    }

    private static long id(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof String) {
            String digits = String.valueOf(value);
            if (digits.matches("[1-9][0-9]{0,14}")) {
                return Long.parseLong(digits);
            }
        }
        throw new MalformedFact("Expected the id of a product, but got " + value);
    }

    private static Object decode(Buffer body) {
        try {
            return Json.decodeValue(body);
        } catch (DecodeException notJson) {
            throw new MalformedFact("Expected JSON: " + notJson.getMessage());
        }
    }
}
