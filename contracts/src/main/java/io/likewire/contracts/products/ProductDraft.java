package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client may write of a product.
 *
 * @param title 1 to 200 characters after trimming
 * @param image an http(s) URL without credentials, or a path; at most 2048 characters; never fetched by the server
 */
public record ProductDraft(String title, String image) {
    private static final Set<String> FIELDS = Set.of("title", "image");
    private static final int TITLE_MAX = 200;
    private static final int IMAGE_MAX = 2048;

    /** @throws Refusal with one sentence per wrong field */
    public static ProductDraft parse(JsonObject json) {
        Map<String, List<String>> errors = new TreeMap<>();
        json.fieldNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> errors.put(name, List.of("This field is not known.")));
        String title = text(json, "title", TITLE_MAX, errors);
        String image = text(json, "image", IMAGE_MAX, errors);
        if (!errors.containsKey("image") && !isImage(image)) {
            errors.put("image", List.of("Enter an http or https URL, or a path."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new ProductDraft(title, image);
    }

    public JsonObject toJson() {
        return new JsonObject().put("title", title).put("image", image);
    }

    private static String text(JsonObject json, String field, int max, Map<String, List<String>> errors) {
        Object value = json.getValue(field);
        String text = value instanceof String string ? string.strip() : null;
        String error = null;
        if (!json.containsKey(field)) {
            error = "This field is required.";
        } else if (value == null) {
            error = "This field may not be null.";
        } else if (text == null) {
            error = "Not a valid string.";
        } else if (text.isEmpty()) {
            error = "This field may not be blank.";
        } else if (text.codePointCount(0, text.length()) > max) {
            error = "Ensure this field has no more than " + max + " characters.";
        } else if (!isPrintable(text)) {
            error = "Control characters are not allowed.";
        }
        if (error != null) {
            errors.put(field, List.of(error));
        }
        return text;
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isImage(String image) {
        if (image.startsWith("/")) {
            return !image.startsWith("//") && !image.contains("\\");
        }
        try {
            URI uri = new URI(image);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
