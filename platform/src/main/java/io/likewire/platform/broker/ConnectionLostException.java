package io.likewire.platform.broker;

/** A call on a connection that is no more. */
final class ConnectionLostException extends RuntimeException {
    ConnectionLostException(ConnectionLoss connectionLoss) {
        super("The connection to the broker ended: " + connectionLoss.reason(), null, false, false);
    }
}
