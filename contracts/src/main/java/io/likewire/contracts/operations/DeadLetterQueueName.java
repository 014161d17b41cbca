package io.likewire.contracts.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two queues that operators empty by hand. */
public enum DeadLetterQueueName {
    /** A consumer could not apply them. */
    PARKED,
    /** No queue was bound for their routing key. */
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
