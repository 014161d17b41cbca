package io.likewire.gateway.identity;

import io.likewire.contracts.auth.Session;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What a browser keeps of a session, out of its pages' reach. */
public record SessionCookies(Cookies cookies) {
    private static final String REFRESH = "refresh";
    private static final String DEVICE = "device";
    private static final String PATH = "/api/auth";
    private static final long DEVICE_S = Duration.ofDays(400).toSeconds();

    /** Null without. */
    public static String refresh(RoutingContext context) {
        return value(context, REFRESH);
    }

    /** Null without. */
    public static String device(RoutingContext context) {
        return value(context, DEVICE);
    }

    public void give(RoutingContext context, Session session) {
        add(context, REFRESH, session.refreshToken(), session.refreshIn());
        if (session.device() != null) {
            add(context, DEVICE, session.device(), DEVICE_S);
        }
    }

    public void end(RoutingContext context) {
        add(context, REFRESH, "", 0);
    }

    private static String value(RoutingContext context, String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    private void add(RoutingContext context, String name, String value, long seconds) {
        cookies.give(
                context.request(),
                Cookie.cookie(name, value)
                        .setPath(PATH)
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }
}
