package io.likewire.gateway.identity;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.limits.Limits;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asking: a bearer token, which must be valid, or a cookie, which is ignored when it isn't, since nobody could
 * repair it.
 */
public final class Visitors {
    private static final String COOKIE = "visitor";

    /** Of this name, that are looked at. */
    private static final int MOST_COOKIES = 4;

    private static final String ALIASES = "/flask/api";
    private final VisitorTokens tokens;
    private final Cookies cookies;
    private final Limits limits;
    private final boolean accountsOnly;

    private Visitors(VisitorTokens tokens, Cookies cookies, Limits limits, boolean accountsOnly) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.limits = limits;
        this.accountsOnly = accountsOnly;
    }

    /** @param accountsOnly whether liking takes an account */
    public static Visitors create(byte[] key, Cookies cookies, Limits limits, boolean accountsOnly) {
        return new Visitors(new VisitorTokens(key, Clock.systemUTC()), cookies, limits, accountsOnly);
    }

    /** Whether the token is a visitor's. */
    boolean knows(String token) {
        return tokens.verify(token).isPresent();
    }

    /** The account or the visitor; null without an identity. */
    public Liker known(RoutingContext context) {
        Principal principal = Principal.of(context);
        return principal == null ? visitor(context) : principal.liker();
    }

    /** The visitor, whether logged in or not; null without such an identity. */
    public Liker visitor(RoutingContext context) {
        return identity(context).map(Identity::liker).orElse(null);
    }

    /** The caller who likes, and gets an identity where there is none; TOO_MANY_REQUESTS for one who likes too often. */
    public Liker liking(RoutingContext context) {
        requireAllowed(context);
        Liker liker = known(context);
        return counted(context, liker == null ? introduce(context).liker() : liker);
    }

    /** The caller who takes a like back; null without an identity. TOO_MANY_REQUESTS for one who changes likes too often. */
    public Liker changing(RoutingContext context) {
        requireAllowed(context);
        Liker liker = known(context);
        return liker == null ? null : counted(context, liker);
    }

    private void requireAllowed(RoutingContext context) {
        if (accountsOnly && Principal.of(context) == null) {
            throw new Refusal(ProblemType.UNAUTHORIZED, "Sign in to like");
        }
    }

    /** What the visitor was is an account's now. */
    public void forget(RoutingContext context) {
        for (String path : new String[] {"/api", ALIASES}) {
            context.response()
                    .addCookie(Cookie.cookie(COOKIE, "")
                            .setPath(path)
                            .setHttpOnly(true)
                            .setMaxAge(0));
        }
    }

    private Liker counted(RoutingContext context, Liker liker) {
        limits.like(context.request(), liker);
        return liker;
    }

    /** The token of the caller, who gets one where there is none. */
    public String token(RoutingContext context) {
        Optional<Identity> identity = identity(context);
        if (identity.isEmpty()) {
            return introduce(context).token();
        }
        giveCookie(context, identity.get().token());
        return identity.get().token();
    }

    private Optional<Identity> identity(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Callers.hasToken(request) && Principal.of(context) == null) {
            return verify(Callers.token(request));
        }
        return request.headers().contains(HttpHeaders.COOKIE) ? ofCookies(request) : Optional.empty();
    }

    /** Others may have set one of this name for a longer path, which a browser sends first: the one that is ours counts. */
    private Optional<Identity> ofCookies(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> ServerCookieDecoder.STRICT.decodeAll(line).stream())
                .filter(cookie -> cookie.name().equals(COOKIE))
                .limit(MOST_COOKIES)
                .flatMap(cookie -> verify(cookie.value()).stream())
                .findFirst();
    }

    private Optional<Identity> verify(String token) {
        return tokens.verify(token).map(liker -> new Identity(liker, token));
    }

    private Identity introduce(RoutingContext context) {
        limits.newVisitor(context.request());
        UUID visitor = UUID.randomUUID();
        String token = tokens.issue(visitor);
        giveCookie(context, token);
        return new Identity(Liker.visitor(visitor), token);
    }

    private void giveCookie(RoutingContext context, String token) {
        cookies.give(
                context.request(),
                Cookie.cookie(COOKIE, token)
                        .setPath(context.request().path().startsWith(ALIASES) ? ALIASES : "/api")
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(VisitorTokens.LIFETIME.toSeconds()));
    }

    private record Identity(Liker liker, String token) {}
}
