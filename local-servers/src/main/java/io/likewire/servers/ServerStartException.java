package io.likewire.servers;

/** A server did not start; the message is one line that says what is wrong and what to do. */
public final class ServerStartException extends RuntimeException {
    public ServerStartException(final String message) {
        super(message);
    }

    public ServerStartException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
