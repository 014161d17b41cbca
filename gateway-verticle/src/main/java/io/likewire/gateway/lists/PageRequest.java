package io.likewire.gateway.lists;

import io.likewire.contracts.problems.FieldErrors;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which part of a list by id.
 *
 * @param after only what has a greater id
 */
public record PageRequest(int limit, long after) {
    private static final int LIMIT_MAX = 500;
    private static final int LIMIT_USUAL = 100;

    /**
     * @param cursor reads {@code after}; {@link Ids#NONE} for what it can't read
     * @param sentence about such a one
     * @throws io.likewire.contracts.problems.Refusal that names what is wrong
     */
    public static PageRequest read(MultiMap parameters, ToLongFunction<String> cursor, String sentence) {
        long limit = one(parameters.getAll("limit"), LIMIT_USUAL, text -> Ids.parse(text, 0));
        long after = one(parameters.getAll("after"), 0, cursor);
        FieldErrors errors = new FieldErrors();
        if (limit < 1 || limit > LIMIT_MAX) {
            errors.add("limit", "Expected a number from 1 to " + LIMIT_MAX + ".");
        }
        if (after == Ids.NONE) {
            errors.add("after", sentence);
        }
        errors.throwIfAny();
        return new PageRequest((int) limit, after);
    }

    private static long one(List<String> values, long usual, ToLongFunction<String> parse) {
        if (values.isEmpty()) {
            return usual;
        }
        return values.size() == 1 ? parse.applyAsLong(values.get(0)) : Ids.NONE;
    }
}
