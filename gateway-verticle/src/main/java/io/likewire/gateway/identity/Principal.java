package io.likewire.gateway.identity;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Liker;
import io.vertx.ext.web.RoutingContext;

/** Who has logged in, as the access token says. */
public record Principal(long account, Role role, String session) {
    private static final String KEY = "principal";

    /** Null where nobody has. */
    public static Principal of(RoutingContext context) {
        return context.get(KEY);
    }

    void enter(RoutingContext context) {
        context.put(KEY, this);
    }

    public Liker liker() {
        return Liker.account(account);
    }
}
