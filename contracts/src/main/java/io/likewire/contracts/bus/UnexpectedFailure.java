package io.likewire.contracts.bus;

/** A failure of ours, with the action that met it and the request that asked for it. */
public final class UnexpectedFailure extends RuntimeException {
    UnexpectedFailure(String action, String requestId, Throwable cause) {
        super(action + " for request " + (requestId == null ? "of our own" : requestId), cause, false, false);
    }
}
