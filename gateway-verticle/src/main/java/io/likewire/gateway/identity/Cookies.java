package io.likewire.gateway.identity;

import io.likewire.gateway.edge.LoopbackName;
import io.likewire.gateway.edge.Proxies;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives cookies out of pages' reach, and {@code Secure} unless the browser itself says that it is not: the connection is plain,
 * no trusted proxy says https, and the request's own Origin begins with {@code http:}. A browser would drop a Secure cookie
 * there, and with it the visitor or the session.
 */
public final class Cookies {
    private static final Logger LOG = LoggerFactory.getLogger(Cookies.class);
    private final AtomicBoolean warned = new AtomicBoolean();
    private final Proxies proxies;

    public Cookies(Proxies proxies) {
        this.proxies = proxies;
    }

    public void give(HttpServerRequest request, Cookie cookie) {
        request.response().addCookie(cookie.setHttpOnly(true).setSecure(!isPlain(request)));
    }

    private boolean isPlain(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean plain = !request.isSSL() && origin != null && origin.startsWith("http:") && !proxies.saysHttps(request);
        if (plain && !LoopbackName.isIn(request) && warned.compareAndSet(false, true)) {
            LOG.warn("cookies go to {} without TLS: whoever is on the way can read them. See docs/security.md", origin);
        }
        return plain;
    }
}
