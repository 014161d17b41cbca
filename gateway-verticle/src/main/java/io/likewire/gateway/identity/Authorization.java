package io.likewire.gateway.identity;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Proxies;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Before every operation: whoever shows a token shows a good one, and may do what the operation does. */
public final class Authorization {
    private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);

    /** What its clients do without any credentials. */
    private static final Set<String> OF_THE_TUTORIAL = Set.of(
            "createProduct", "createProducts", "importProducts", "updateProduct", "patchProduct", "deleteProduct");

    private static final String CHECK = "authorizationCheck";

    /** Longer than any operation takes. */
    private static final Duration LONGEST_OPERATION = Duration.ofSeconds(30);

    private final Callers callers;
    private final TutorialMode tutorial;
    private final AuditTrail audit;

    public Authorization(TrustedKeys trustedKeys, Visitors visitors, boolean tutorialMode, Proxies proxies) {
        this.callers = new Callers(new AccountTokens(trustedKeys, Clock.systemUTC()), trustedKeys, visitors);
        this.tutorial = new TutorialMode(tutorialMode);
        this.audit = new AuditTrail(proxies, LONGEST_OPERATION);
        if (tutorialMode) {
            LOG.warn(TutorialMode.WARNING);
        }
    }

    /**
     * @param operation its operationId
     * @param role who may call it; null: anybody
     */
    public Handler<RoutingContext> guard(String operation, Role role, Handler<RoutingContext> handler) {
        return context -> {
            audit.follow(context, operation, role != null);
            Runnable check = () -> check(context, operation, role);
            context.put(CHECK, check);
            check.run();
            handler.handle(context);
        };
    }

    /** For what takes long. @throws Refusal once its caller may no longer do it */
    public static void again(RoutingContext context) {
        Runnable check = context.get(CHECK);
        check.run();
    }

    private void check(RoutingContext context, String operation, Role role) {
        Optional<Principal> caller = callers.of(context.request());
        caller.ifPresent(principal -> principal.enter(context));
        boolean permitted = role == null
                || caller.filter(known -> known.role().includes(role)).isPresent();
        if (permitted || (OF_THE_TUTORIAL.contains(operation) && tutorial.covers(context.request()))) {
            return;
        }
        if (caller.isEmpty()) {
            throw Callers.refused();
        }
        throw new Refusal(ProblemType.FORBIDDEN, "This takes the role " + role.id());
    }
}
