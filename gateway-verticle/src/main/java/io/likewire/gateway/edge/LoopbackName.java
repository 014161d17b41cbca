package io.likewire.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;

/** This machine's own names for itself. */
public final class LoopbackName {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private LoopbackName() {}

    /** Whether the caller calls us by one of them. */
    public static boolean isIn(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && NAMES.contains(authority.host());
    }
}
