package io.likewire.servers.testing;

import java.net.URI;

/** A broker for tests, started at its first use and shared by all tests of this JVM. */
public interface TestBroker {
    /** For test reports: {@code RabbitMQ} or {@code embedded}. */
    String name();

    /**
     * An AMQP URI of a virtual host that no test used before. On a RabbitMQ given by URI it is always the given one,
     * emptied of Likewire's queues and exchanges.
     */
    URI freshUri();

    /** Whether {@link #kill()} and {@link #restart()} work: not on a RabbitMQ given by URI. */
    boolean isOurs();

    /** Whether {@link #pause()} and {@link #resume()} work: only where the broker is a process of its own. */
    boolean canPause();

    /** Ends the broker, as hard as possible. */
    void kill();

    /** Starts a killed broker again: same URIs, same durable contents. */
    void restart();

    /** Freezes the broker: connections stay open and nothing is answered. */
    void pause();

    /** Lets a paused broker go on. */
    void resume();

    /** Whether {@link #diskFull} works. */
    default boolean canFillDisk() {
        return false;
    }

    /** The broker believes that its disk is full, or has room again: it takes no messages and delivers on. */
    default void diskFull(boolean full) {
        throw new UnsupportedOperationException(name());
    }
}
