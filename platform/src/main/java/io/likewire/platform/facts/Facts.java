package io.likewire.platform.facts;

/** A service's own facts on their way to the others, as far as its use cases know of them. */
public interface Facts {
    /** A commit has left facts in the outbox. Cheap. */
    void written();

    /** Whether the outbox holds all that it may: nothing should be changed until the broker takes facts again. */
    boolean isFull();

    /** Whether others' facts are in hand and can't be applied: what this service shows is older than it knows. */
    boolean isBehind();
}
