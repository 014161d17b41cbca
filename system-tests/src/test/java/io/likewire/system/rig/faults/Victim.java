package io.likewire.system.rig.faults;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestBroker;
import io.likewire.system.rig.Node;

/** A process that tests end and freeze. */
public interface Victim {
    String name();

    /** SIGKILL. */
    void kill();

    /** SIGTERM. A server gets it at the beginning of {@link #start()}, which is part of its restart in good order. */
    void leave();

    /** SIGSTOP. */
    void pause();

    /** SIGCONT. */
    void resume();

    /** Starts it again; nobody waits for its health. */
    void start();

    /** Whether it runs, as far as somebody can tell who has not ended it. */
    boolean isAlive();

    /** A node of a service. */
    static Victim of(String name, Node node) {
        return new NodeVictim(name, node.process());
    }

    static Victim of(String name, MariaDbServer server) {
        return new ServerVictim(name, server::kill, server::pause, server::resume, server::restart);
    }

    static Victim of(TestBroker broker) {
        return new ServerVictim("broker", broker::kill, broker::pause, broker::resume, broker::restart);
    }
}
