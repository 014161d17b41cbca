package io.likewire.gateway.resources;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Reads {@code Idempotency-Key}: a string as structured fields (RFC 9651) have it, {@code "k-1"}, or the same without its
 * quotes, as most clients send it.
 */
public final class IdempotencyHeader {
    private static final String NAME = "Idempotency-Key";
    private static final String NOT_BARE = "\"\\,;";
    private static final int LONGEST = 255;

    private IdempotencyHeader() {}

    /** The key; null without the header. */
    public static String of(HttpServerRequest request) {
        List<String> values = request.headers().getAll(NAME);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw refusal("Send this header once.");
        }
        return parse(values.get(0).strip());
    }

    /** What a request with a key is refused with. */
    public static Refusal refusal(String sentence) {
        return Refusal.invalid(NAME, sentence);
    }

    static String parse(String value) {
        String key = value.startsWith("\"") ? quoted(value) : bare(value);
        if (key.isEmpty() || key.length() > LONGEST) {
            throw refusal("Ensure this key has 1 to " + LONGEST + " characters.");
        }
        return key;
    }

    private static String bare(String value) {
        if (value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || NOT_BARE.indexOf(c) >= 0)) {
            throw refusal("Expected printable ASCII characters, in double quotes if there is more than one word.");
        }
        return value;
    }

    private static String quoted(String value) {
        StringBuilder key = new StringBuilder(value.length());
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                requireEnd(value.substring(i + 1).strip());
                return key.toString();
            }
            if (c == '\\') {
                i++;
                c = i < value.length() ? value.charAt(i) : 0;
                if (c != '"' && c != '\\') {
                    break;
                }
            }
            if (c < ' ' || c >= 0x7f) {
                break;
            }
            key.append(c);
        }
        throw refusal("Expected a string of printable ASCII characters in double quotes.");
    }

    /** Parameters mean nothing here; structured fields let unknown ones pass. */
    private static void requireEnd(String rest) {
        if (!rest.isEmpty() && !rest.startsWith(";")) {
            throw refusal("Expected one string and nothing after it.");
        }
    }
}
