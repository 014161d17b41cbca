package io.likewire.gateway.edge;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which other sites' pages may read our answers and open sockets: an exact list, and never with cookies.
 *
 * @param origins as browsers write them
 */
public record Cors(Set<String> origins) {
    private static final String SETTING = "CORS_ORIGINS";
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");
    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized("ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, "
                    + "Total-Count, Total-Count-Exact, Idempotency-Replayed");
    private static final CharSequence TAKEN = HttpHeaders.createOptimized(
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Request-Id");
    private static final CharSequence MAX_AGE = HttpHeaders.createOptimized("600");

    public static Cors from(Environment environment) {
        return new Cors(Stream.of(environment.text(SETTING, "").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(Cors::exact)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String exact(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new ConfigException(SETTING + ": expected origins such as https://shop.example, in lower case and"
                    + " without a path, but got '" + origin + "'");
        }
        // which browsers leave out
        return origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
    }

    private boolean allows(String origin) {
        return origin != null && origins.contains(origin);
    }

    /** Whether this comes from a page of our own or of a site on the list, or from no page at all. */
    public boolean welcomes(HttpServerRequest request) {
        return !RequestOrigin.isForeign(request) || allows(RequestOrigin.of(request));
    }

    /** On every answer, so that a page can read refusals too. */
    void permit(HttpServerRequest request) {
        if (origins.isEmpty()) {
            return;
        }
        MultiMap answer = request.response().headers();
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = RequestOrigin.of(request);
        if (allows(origin)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    /** On the answer to a question of a browser before the request itself. */
    public void preflight(HttpServerRequest request, String methods) {
        MultiMap asked = request.headers();
        if (asked.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) && allows(RequestOrigin.of(request))) {
            MultiMap answer = request.response().headers();
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, TAKEN);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        }
    }
}
