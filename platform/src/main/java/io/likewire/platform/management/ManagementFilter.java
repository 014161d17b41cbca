package io.likewire.platform.management;

import io.likewire.contracts.problems.ProblemType;
import io.netty.util.NetUtil;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may come to the management port: programs. A page somewhere could otherwise have its reader's browser operate the
 * service, or, with a name of its own that leads here, read what it answers.
 *
 * @param ownName how this port is called in the settings
 */
record ManagementFilter(String ownName) implements Handler<RoutingContext> {
    private static final List<String> OF_BROWSERS =
            List.of("Origin", "Referer", "Cookie", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest");
    private static final Set<String> OF_FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final List<ProblemType> TOLD =
            List.of(ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED, ProblemType.MALFORMED, ProblemType.INTERNAL);

    @Override
    public void handle(RoutingContext context) {
        harden(context.response().headers());
        if (isKnown(context.request().authority())) {
            context.next();
        } else {
            refuse(context, ProblemType.FORBIDDEN, "Ask by address; this name may be anybody's");
        }
    }

    /** Before everything that changes something or shows what is in messages. */
    static void programsOnly(RoutingContext context) {
        if (isBrowser(context.request())) {
            refuse(context, ProblemType.FORBIDDEN, "Operations are not for browsers");
        } else {
            context.next();
        }
    }

    /** What nobody answers is a problem too. */
    static void answerFor(Router router) {
        TOLD.forEach(type -> router.errorHandler(type.status(), context -> refuse(context, type, type.title())));
    }

    private static void harden(MultiMap headers) {
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** A name with a dot may be bought by anybody, and led here. */
    private boolean isKnown(HostAndPort authority) {
        if (authority == null) {
            return false;
        }
        String host = authority.host().replaceAll("[\\[\\]]", "");
        boolean address = NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
        return address || !host.contains(".") || host.equalsIgnoreCase(ownName);
    }

    private static boolean isBrowser(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean form =
                type != null && OF_FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        return form || OF_BROWSERS.stream().anyMatch(request.headers()::contains);
    }

    private static void refuse(RoutingContext context, ProblemType type, String detail) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "/problems/" + type.slug())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("message", detail);
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.toBuffer());
    }
}
