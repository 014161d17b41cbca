package io.likewire.tutorial.wire;

import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** An id that has been read from JSON, as number or as string. */
    public static long id(Object id) {
        if (!isId(id)) {
            throw new MalformedEvent(noId(id));
        }
        return Long.parseLong(id.toString());
    }

    /** @throws MalformedEvent unless it is a product that we can have too */
    public static Product readProduct(Buffer body) {
        try {
            return product(decode(body));
        } catch (Refusal invalid) {
            throw new MalformedEvent("Expected a product, but got wrong fields: " + invalid.errors());
        }
    }

    /** @throws Refusal with one sentence per wrong field, unless it is a product that we can have too */
    public static Product product(Object value) {
        if (!(value instanceof JsonObject json)) {
            throw Refusal.malformed("Expected a JSON object");
        }
        Map<String, List<String>> errors = new TreeMap<>();
        Object id = json.getValue("id");
        if (!isId(id)) {
            errors.put("id", List.of(noId(id)));
        }
        Object likes = json.getValue("likes", 0);
        if (!(likes instanceof Number count) || count.longValue() < 0) {
            errors.put("likes", List.of("Expected a number of likes, but got " + likes));
        }
        ProductDraft draft = draft(json, errors);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new Product(Long.parseLong(id.toString()), draft, ((Number) likes).longValue());
    }

    private static ProductDraft draft(JsonObject json, Map<String, List<String>> errors) {
        try {
            return ProductDraft.parse(
                    new JsonObject().put("title", json.getValue("title")).put("image", json.getValue("image")));
        } catch (Refusal invalid) {
            errors.putAll(invalid.errors());
            return null;
        }
    }

    private static boolean isId(Object value) {
        return (value instanceof Integer || value instanceof Long || value instanceof String)
                && value.toString().matches("[1-9][0-9]{0,14}");
    }

    private static String noId(Object value) {
        return "Expected the id of a product, but got " + value;
    }

    private static Object decode(Buffer body) {
        try {
            return Json.decodeValue(body);
        } catch (DecodeException notJson) {
            throw new MalformedEvent("Expected JSON: " + notJson.getMessage());
        }
    }
}
