package io.likewire.contracts.products;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The rules for what clients write of a product, and their sentences. */
final class ProductFields {
    static final String TITLE = "title";
    static final String IMAGE = "image";
    private static final Map<String, Integer> LONGEST = Map.of(TITLE, 200, IMAGE, 2048);

    private final JsonObject json;
    private final Map<String, List<String>> errors = new TreeMap<>();

    ProductFields(JsonObject json) {
        this.json = json;
        json.fieldNames().forEach(this::check);
    }

    void require(String field) {
        if (!json.containsKey(field)) {
            errors.put(field, List.of("This field is required."));
        }
    }

    /**
     * @param make gets title and image, trimmed; null where there is none
     * @throws Refusal with one sentence per wrong field
     */
    <T> T valid(BiFunction<String, String, T> make) {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return make.apply(text(TITLE), text(IMAGE));
    }

    private void check(String field) {
        String error = LONGEST.containsKey(field) ? error(field) : "This field is not known.";
        if (error != null) {
            errors.put(field, List.of(error));
        }
    }

    private String error(String field) {
        if (json.getValue(field) == null) {
            return "This field may not be null.";
        }
        String text = text(field);
        if (text == null) {
            return "Not a valid string.";
        }
        if (text.isEmpty()) {
            return "This field may not be blank.";
        }
        int max = LONGEST.get(field);
        if (text.codePointCount(0, text.length()) > max) {
            return "Ensure this field has no more than " + max + " characters.";
        }
        if (!isPrintable(text)) {
            return "Control characters are not allowed.";
        }
        return field.equals(IMAGE) && !isImage(text) ? "Enter an http or https URL, or a path." : null;
    }

    private String text(String field) {
        return json.getValue(field) instanceof String text ? text.strip() : null;
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
