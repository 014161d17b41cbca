package io.likewire.gateway.pages;

import io.likewire.gateway.edge.Proxies;
import io.vertx.core.http.HttpServerRequest;

/** The address that a caller has for this site. */
public final class SiteAddress {
    private SiteAddress() {}

    /** Without a slash at its end, as {@code https://shop.example}; empty for a caller that names no host. */
    public static String of(HttpServerRequest request, Proxies proxies) {
        if (request.authority() == null) {
            return "";
        }
        String scheme = request.connection().isSsl() || proxies.saysHttps(request) ? "https" : "http";
        return scheme + "://" + request.authority();
    }
}
