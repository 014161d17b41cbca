package io.likewire.gateway.input;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;

/** Requests to this very machine without TLS: the one case in which a cookie may do without Secure. */
public final class PlainLoopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private PlainLoopback() {}

    /** True also where a proxy has ended TLS before us: the browser's address bar has another name then. */
    public static boolean isNot(HttpServerRequest request) {
        return request.isSSL() || !isNamed(request);
    }

    /** Whether the caller calls us by one of this machine's own names. */
    public static boolean isNamed(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && NAMES.contains(authority.host());
    }
}
