package io.likewire.gateway.guard;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Turns requests away by their path alone, before anything else is done for them. */
public record Shedding(Guard products, Guard likes, Guard passwords) {
    private static final String PRODUCTS = "/api/products";
    private static final String LIKE = "/like";
    private static final String LIKES = "/api/likes/";
    private static final String MY_LIKES = "/api/me/likes";
    private static final Set<String> PASSWORDS = Set.of("/api/auth/login", "/api/auth/register");
    private static final String ALIASES = "/flask";

    /** Whether there is no room for the request. */
    public boolean turnsAway(HttpServerRequest request) {
        Guard guard = guard(request.path());
        if (guard == null || !guard.full()) {
            return false;
        }
        guard.turnedAway();
        return true;
    }

    private Guard guard(String requested) {
        if (requested == null) {
            return null;
        }
        String path = requested.startsWith(ALIASES) ? requested.substring(ALIASES.length()) : requested;
        if (path.startsWith(PRODUCTS)) {
            return path.endsWith(LIKE) ? likes : products;
        }
        if (PASSWORDS.contains(path)) {
            return passwords;
        }
        return path.startsWith(LIKES) || path.equals(MY_LIKES) ? likes : null;
    }
}
