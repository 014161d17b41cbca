package io.likewire.servers.testing;

import java.net.URI;

/** A broker for tests, started at its first use and shared by all tests of this JVM. */
public abstract class TestBroker {
    private final String name;

    /** @param name for test reports: {@code RabbitMQ} or {@code embedded} */
    TestBroker(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /**
     * An AMQP URI of a virtual host that no test used before. On a RabbitMQ given by URI it is always the given one,
     * emptied of Likewire's queues and exchanges.
     */
    public abstract URI freshUri();

    /** Whether {@link #kill()} and {@link #restart()} work: not on a RabbitMQ given by URI. */
    public boolean isOurs() {
        return true;
    }

    /** Whether it is a process of its own: only then {@link #pause()}, {@link #resume()} and {@link #diskFull} work. */
    public boolean isProcess() {
        return false;
    }

    /** Ends the broker, as hard as possible. */
    public void kill() {
        throw unsupported();
    }

    /** Starts a killed broker again: same URIs, same durable contents. */
    public void restart() {
        throw unsupported();
    }

    /** Freezes the broker: connections stay open and nothing is answered. */
    public void pause() {
        throw unsupported();
    }

    /** Lets a paused broker go on. */
    public void resume() {
        throw unsupported();
    }

    /** The broker believes that its disk is full, or has room again: it takes no messages and delivers on. */
    public void diskFull(boolean full) {
        throw unsupported();
    }

    private UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("Tests can't do that to the broker '" + name + "'");
    }

    @Override
    public final String toString() {
        return name;
    }
}
