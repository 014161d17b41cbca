package io.likewire.contracts.problems;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that ends without its effect, for a reason that its caller may read. The one failure that crosses the event
 * bus; the edge turns it into problem details (RFC 9457).
 */
public final class Refusal extends RuntimeException {
    private static final String RETRY_AFTER = "retryAfter";

    private final transient ProblemType type;
    private final transient Map<String, List<String>> errors;
    private final transient long retryAfter;

    public Refusal(ProblemType type, String detail) {
        this(type, detail, Map.of(), 0, null);
    }

    public Refusal(ProblemType type, String detail, Throwable cause) {
        this(type, detail, Map.of(), 0, cause);
    }

    private Refusal(
            ProblemType type, String detail, Map<String, List<String>> errors, long retryAfter, Throwable cause) {
        super(detail, cause, false, false);
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** @param errors sentences by field, as the edge shows them under {@code errors} */
    public static Refusal invalid(Map<String, List<String>> errors) {
        return new Refusal(ProblemType.INVALID, ProblemType.INVALID.title(), Map.copyOf(errors), 0, null);
    }

    public static Refusal invalid(String field, String sentence) {
        return invalid(Map.of(field, List.of(sentence)));
    }

    /** @param sentence about the body as a whole */
    public static Refusal malformed(String sentence) {
        return new Refusal(ProblemType.MALFORMED, sentence, Map.of("body", List.of(sentence)), 0, null);
    }

    /** @param retryAfter in how many seconds it may succeed */
    public static Refusal tooMany(String sentence, long retryAfter) {
        return new Refusal(ProblemType.TOO_MANY_REQUESTS, sentence, Map.of(), retryAfter, null);
    }

    public static Refusal noProduct(long id) {
        return new Refusal(ProblemType.NOT_FOUND, "There is no product " + id);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, List<String>> errors() {
        return errors;
    }

    /** In how many seconds it may succeed; 0 when nobody knows. */
    public long retryAfter() {
        return retryAfter;
    }

    /** The text of a bus failure: the sentence, or a JSON object when fields are named, or the time to wait. */
    public String toBus() {
        if (retryAfter > 0) {
            return new JsonObject()
                    .put("message", getMessage())
                    .put(RETRY_AFTER, retryAfter)
                    .encode();
        }
        return errors.isEmpty()
                ? getMessage()
                : new JsonObject()
                        .put("errors", new JsonObject(Map.copyOf(errors)))
                        .encode();
    }

    public static Refusal fromBus(int code, String text) {
        ProblemType type = ProblemType.ofBusCode(code);
        boolean tells = type == ProblemType.INVALID || type == ProblemType.TOO_MANY_REQUESTS;
        if (!tells || text == null || !text.startsWith("{")) {
            return new Refusal(type, text);
        }
        try {
            JsonObject told = new JsonObject(text);
            if (type == ProblemType.TOO_MANY_REQUESTS) {
                return tooMany(told.getString("message"), told.getLong(RETRY_AFTER, 0L));
            }
            return invalid(told.getJsonObject("errors").stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> sentences((JsonArray) field.getValue()))));
        } catch (DecodeException | ClassCastException unreadable) {
            return new Refusal(type, text);
        }
    }

    private static List<String> sentences(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
