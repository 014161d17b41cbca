package io.likewire.contracts.products;

import io.likewire.contracts.problems.FieldErrors;
import io.likewire.contracts.uris.UriAuthority;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** The rules for what clients write of a product, and their sentences. */
final class ProductFields {
    static final String TITLE = "title";
    static final String IMAGE = "image";
    static final String DESCRIPTION = "description";
    private static final Map<String, Integer> LONGEST = Map.of(TITLE, 200, IMAGE, 2048, DESCRIPTION, 2000);

    private final JsonObject json;
    private final FieldErrors errors;

    ProductFields(JsonObject json) {
        this.json = json;
        this.errors = FieldErrors.beside(LONGEST.keySet(), json);
        LONGEST.keySet().stream().filter(json::containsKey).forEach(field -> errors.add(field, error(field)));
    }

    void require(String field) {
        if (!json.containsKey(field)) {
            errors.add(field, "This field is required.");
        }
    }

    /** @throws io.likewire.contracts.problems.Refusal with one sentence per wrong field */
    ProductDraft draft() {
        errors.throwIfAny();
        return new ProductDraft(text(TITLE), text(IMAGE), text(DESCRIPTION));
    }

    private String error(String field) {
        boolean optional = field.equals(DESCRIPTION);
        if (json.getValue(field) == null) {
            return optional ? null : "This field may not be null.";
        }
        String text = text(field);
        if (text == null) {
            return "Not a valid string.";
        }
        if (text.isEmpty() || field.equals(TITLE) && Titles.isInvisible(text)) {
            return optional ? null : "This field may not be blank.";
        }
        int max = LONGEST.get(field);
        if (text.codePointCount(0, text.length()) > max) {
            return "Ensure this field has no more than " + max + " characters.";
        }
        if (!isPrintable(optional ? text.replaceAll("[\n\t]", "") : text)) {
            return "Control characters are not allowed.";
        }
        return field.equals(IMAGE) && !isImage(text) ? "Enter an http or https URL, or a path." : null;
    }

    /** Trimmed; empty for null, which removes; null where there is no text. */
    private String text(String field) {
        Object value = json.getValue(field);
        if (value == null) {
            return json.containsKey(field) ? "" : null;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        return field.equals(TITLE) ? Titles.trimmed(text) : text.strip().replaceAll("\r\n?", "\n");
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
            return web
                    && UriAuthority.of(uri)
                            .filter(authority -> authority.account() == null)
                            .isPresent();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
