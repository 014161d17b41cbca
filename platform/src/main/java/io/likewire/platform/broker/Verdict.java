package io.likewire.platform.broker;

import io.likewire.contracts.events.MalformedEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a handler says of one delivery.
 *
 * @param poison why nobody can ever apply it; null when it was applied
 */
public record Verdict(String poison) {
    public static final Verdict APPLIED = new Verdict(null);

    /**
     * One for each delivery: poison for a malformed one; applied for all others, once {@code read} is.
     *
     * @param read told of what {@code reader} makes of each
     */
    public static <T> List<Verdict> of(List<Delivery> deliveries, Function<Delivery, T> reader, Consumer<T> read) {
        return deliveries.stream().map(delivery -> of(delivery, reader, read)).toList();
    }

    private static <T> Verdict of(Delivery delivery, Function<Delivery, T> reader, Consumer<T> read) {
        try {
            read.accept(reader.apply(delivery));
            return APPLIED;
        } catch (MalformedEvent malformed) {
            return poison(malformed.getMessage());
        }
    }

    public static Verdict poison(String reason) {
        return new Verdict(reason);
    }

    public boolean isPoison() {
        return poison != null;
    }
}
