package io.likewire.contracts.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why messages were put aside. */
public enum DeadLetterQueueName {
    /** A consumer could not apply them. */
    PARKED,
    /** No queue wanted them. */
    UNROUTED;

    /** As in addresses: {@code parked}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for another name. */
    public static Optional<DeadLetterQueueName> of(String id) {
        return Arrays.stream(values()).filter(name -> name.id().equals(id)).findFirst();
    }
}
