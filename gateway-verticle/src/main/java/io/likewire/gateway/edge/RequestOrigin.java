package io.likewire.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/** Which page a browser's request comes from. Callers that are no browsers say nothing of it. */
public final class RequestOrigin {
    private static final String SCHEME_END = "://";

    /** Said by the browser itself, which no page can make it say: true also where a proxy sends its own Host. */
    private static final String SAME_ORIGIN = "same-origin";

    private RequestOrigin() {}

    /** Whether a page of another site, port or subdomain had the browser send this. */
    public static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (SAME_ORIGIN.equals(site)) {
            return false;
        }
        boolean elsewhere = site != null && !site.equals("none");
        return elsewhere || !same(of(request), request.authority());
    }

    /** What the request says; null when it says nothing, and no single origin when it says several. */
    public static String of(HttpServerRequest request) {
        List<String> said = request.headers().getAll(HttpHeaders.ORIGIN);
        return said.isEmpty() ? null : String.join(", ", said);
    }

    /**
     * The scheme does not count: whoever ends TLS before us speaks http to us. Its usual port may be named or not.
     *
     * @param authority the Host, or what HTTP/2 has in its place
     */
    private static boolean same(String origin, HostAndPort authority) {
        if (origin == null) {
            return true;
        }
        int start = origin.indexOf(SCHEME_END);
        if (start <= 0 || authority == null) {
            return false;
        }
        String usual = origin.startsWith("https:") ? ":443" : ":80";
        String asked = authority.port() > 0 ? authority.host() + ":" + authority.port() : authority.host();
        return without(usual, origin.substring(start + SCHEME_END.length())).equalsIgnoreCase(without(usual, asked));
    }

    private static String without(String port, String name) {
        return name.endsWith(port) ? name.substring(0, name.length() - port.length()) : name;
    }
}
