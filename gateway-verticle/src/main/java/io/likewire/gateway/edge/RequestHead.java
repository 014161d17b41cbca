package io.likewire.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;

/** What a server on the way might read otherwise than we do, and Netty lets pass. */
final class RequestHead {
    /** Each one takes many times as much memory as bytes on the wire. */
    static final int MOST_FIELDS = 100;

    /** The longest address. */
    static final int URL_MAX = 4 * 1024;

    private static final int METHOD_AND_VERSION = 24;
    private static final int BYTES = 8 * 1024;
    private static final int FIELD = 300;

    private RequestHead() {}

    static HttpServerOptions limits() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(URL_MAX + METHOD_AND_VERSION)
                .setMaxHeaderSize(BYTES);
    }

    /** Over HTTP/2; those of HTTP/1 are counted as they are read. */
    static boolean hasTooManyFields(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2 && fields(request) > MOST_FIELDS;
    }

    /** Bytes of memory that so many fields take, about. @param text the length of their names and values */
    static int weight(int fields, int text) {
        return fields * FIELD + text;
    }

    private static int fields(HttpServerRequest request) {
        int fields = 0;
        for (Map.Entry<String, String> field : request.headers()) {
            fields++;
        }
        return fields;
    }

    /** Several Host fields, or another one than the address names. */
    static boolean hasTwoHosts(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        String named = authority(request.uri());
        return hosts.size() > 1 || named != null && (hosts.isEmpty() || !named.equalsIgnoreCase(hosts.get(0)));
    }

    /** Of an address as proxies get it; null for one that is a path. */
    private static String authority(String address) {
        int start = address.indexOf("://");
        if (address.startsWith("/") || start < 0) {
            return null;
        }
        return address.substring(start + 3).split("[/?#]", 2)[0];
    }

    /** HTTP/2 carries values by their length, so they may have what ends a line of HTTP/1. */
    static boolean hasLineBreaks(HttpServerRequest request) {
        if (hasLineBreaks(request.uri()) || hasLineBreaks(request.scheme())) {
            return true;
        }
        for (Map.Entry<String, String> field : request.headers()) {
            if (hasLineBreaks(field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLineBreaks(String value) {
        return value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0;
    }
}
