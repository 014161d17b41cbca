package io.likewire.gateway.live;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.ClientQuota;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All sockets of this gateway, of whichever kind: there is room for so many of them together. */
final class OpenSockets {
    /** Fifty of the longest ids fit. Vert.x keeps it as long as the socket. */
    private static final int ADDRESS_MAX = 1_536;

    private final Set<SocketSession> sessions = new HashSet<>();
    private final ClientQuota quota;
    private final Timers timers;
    private final Duration slowness;
    private final PushMetrics metrics;
    private boolean leaving;

    OpenSockets(int most, Timers timers, Duration slowness, PushMetrics metrics) {
        this.quota = new ClientQuota("socket", most);
        this.timers = timers;
        this.slowness = slowness;
        this.metrics = metrics;
    }

    /** @throws Refusal when there is no room for one more, or not for one of this client, or it would keep a long address */
    void requireRoom(HttpServerRequest request, ClientAddress client) {
        if (request.uri().length() > ADDRESS_MAX) {
            throw new Refusal(ProblemType.URI_TOO_LONG, "The address of a socket has at most 1,536 characters");
        }
        if (leaving) {
            throw new Refusal(ProblemType.OVERLOADED, "This gateway leaves");
        }
        quota.require(client);
    }

    SocketSession admit(FrameSink frameSink, ClientAddress client) {
        SocketSession session = new SocketSession(frameSink, client, timers, slowness, metrics);
        sessions.add(session);
        quota.take(client);
        return session;
    }

    /** Its socket is closed. */
    void dismiss(SocketSession session) {
        if (sessions.remove(session)) {
            quota.release(session.client());
            session.closed();
        }
    }

    /** Ends all of them; no more are let in. */
    void leave() {
        leaving = true;
        List.copyOf(sessions).forEach(SocketSession::leave);
    }
}
