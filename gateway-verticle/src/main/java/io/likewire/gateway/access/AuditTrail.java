package io.likewire.gateway.access;

import io.likewire.gateway.input.Proxies;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each change that takes an account, and for each login: who, what, from where, and how it ended. */
public final class AuditTrail {
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");
    private static final Set<String> ALSO = Set.of("register", "login", "logout", "changePassword");
    private static final String NOBODY = "anonymous";
    private final Proxies proxies;

    public AuditTrail(Proxies proxies) {
        this.proxies = proxies;
    }

    void follow(RoutingContext context, String operation, Policy policy) {
        HttpMethod method = context.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads && (!policy.isOpen() || ALSO.contains(operation))) {
            context.addEndHandler(ended -> write(context, operation));
        }
    }

    private void write(RoutingContext context, String operation) {
        Principal caller = Principal.of(context);
        AUDIT.atInfo()
                .addKeyValue("event", operation)
                .addKeyValue("actor", caller == null ? NOBODY : "account " + caller.account())
                .addKeyValue("path", context.request().path())
                .addKeyValue("client", proxies.client(context.request()).toString())
                .addKeyValue("status", context.response().getStatusCode())
                .log("{} by {}", operation, caller == null ? NOBODY : caller.account());
    }
}
