package io.likewire.platform.delivery;

/** A service's own events on their way to the others, as far as its use cases know of them. */
public interface EventDelivery {
    /** A commit has left events in the outbox. Cheap. */
    void written();

    /** Whether the outbox holds all that it may: nothing should be changed until the broker takes events again. */
    boolean isFull();

    /** Whether others' events are in hand and can't be applied: what this service shows is older than it knows. */
    boolean isBehind();
}
