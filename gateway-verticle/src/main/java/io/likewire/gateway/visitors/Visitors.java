package io.likewire.gateway.visitors;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/**
 * Who is asking: a bearer token, which must be valid, or a cookie, which is ignored when it isn't, since nobody could
 * repair it.
 */
public final class Visitors {
    private static final String COOKIE = "visitor";
    private static final String BEARER = "Bearer ";
    private static final String ALIASES = "/flask/api";
    private final VisitorTokens tokens;
    private final VisitorLimit limit;

    private Visitors(VisitorTokens tokens, VisitorLimit limit) {
        this.tokens = tokens;
        this.limit = limit;
    }

    /** @param perMinute new identities for each client address */
    public static Visitors create(Vertx vertx, byte[] key, int perMinute) {
        return new Visitors(new VisitorTokens(vertx, key), new VisitorLimit(perMinute));
    }

    /** The caller; null without an identity. */
    public Future<Liker> known(RoutingContext context) {
        return identity(context).map(Identity::liker);
    }

    /** The caller, who gets an identity where there is none. */
    public Future<Liker> required(RoutingContext context) {
        return identity(context)
                .map(identity -> identity.exists()
                        ? identity.liker()
                        : introduce(context).liker());
    }

    /** The caller's token, likewise. */
    public Future<String> token(RoutingContext context) {
        return identity(context).map(identity -> {
            if (!identity.exists()) {
                return introduce(context).token();
            }
            giveCookie(context, identity.token());
            return identity.token();
        });
    }

    private Future<Identity> identity(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return bearer(authorization);
        }
        Cookie cookie = request.headers().contains(HttpHeaders.COOKIE) ? request.getCookie(COOKIE) : null;
        if (cookie == null) {
            return Future.succeededFuture(Identity.NONE);
        }
        return verify(cookie.getValue()).otherwise(Identity.NONE);
    }

    private Future<Identity> bearer(String authorization) {
        Future<Identity> identity = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? verify(authorization.substring(BEARER.length()).strip())
                : Future.failedFuture("another scheme");
        return identity.recover(
                invalid -> Future.failedFuture(new Refusal(ProblemType.UNAUTHORIZED, "The token is not valid")));
    }

    private Future<Identity> verify(String token) {
        return tokens.verify(token).map(liker -> new Identity(liker, token));
    }

    private Identity introduce(RoutingContext context) {
        limit.count(ClientAddress.of(context.request()), context.response().headers());
        UUID visitor = UUID.randomUUID();
        String token = tokens.issue(visitor);
        giveCookie(context, token);
        return new Identity(Liker.visitor(visitor), token);
    }

    private static void giveCookie(RoutingContext context, String token) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, token)
                        .setPath(context.request().path().startsWith(ALIASES) ? ALIASES : "/api")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure(context.request().isSSL())
                        .setMaxAge(VisitorTokens.LIFETIME.toSeconds()));
    }

    private record Identity(Liker liker, String token) {
        static final Identity NONE = new Identity(null, null);

        boolean exists() {
            return liker != null;
        }
    }
}
