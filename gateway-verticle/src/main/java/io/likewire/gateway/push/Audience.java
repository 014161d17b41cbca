package io.likewire.gateway.push;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All sockets of this gateway, of whichever kind: there is room for so many of them together. */
final class Audience {
    private final Set<SocketSession> sessions = new HashSet<>();
    private final int most;
    private final Timers timers;
    private final Duration slowness;
    private final PushMetrics metrics;
    private boolean leaving;

    Audience(int most, Timers timers, Duration slowness, PushMetrics metrics) {
        this.most = most;
        this.timers = timers;
        this.slowness = slowness;
        this.metrics = metrics;
    }

    boolean hasRoom() {
        return !leaving && sessions.size() < most;
    }

    SocketSession admit(Sink sink) {
        SocketSession session = new SocketSession(sink, timers, slowness, metrics);
        sessions.add(session);
        return session;
    }

    /** Its socket is closed. */
    void dismiss(SocketSession session) {
        sessions.remove(session);
        session.closed();
    }

    /** Ends all of them; no more are let in. */
    void leave() {
        leaving = true;
        List.copyOf(sessions).forEach(SocketSession::leave);
    }
}
