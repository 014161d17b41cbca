package io.likewire.gateway.identity;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Proxies;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private final Predicate<HttpServerRequest> tutorial;
    private final AuditTrail audit;

    /**
     * @param visitors fails for a token that is no visitor's
     * @param tutorialMode whether everybody on this machine may change products
     */
    public static Authorization create(
            TrustedKeys trustedKeys, Function<String, Future<?>> visitors, boolean tutorialMode, Proxies proxies) {
        TutorialMode tutorial = new TutorialMode(tutorialMode);
        if (tutorial.on()) {
            LOG.warn(TutorialMode.WARNING);
        }
        AccountTokens accounts = new AccountTokens(trustedKeys, Clock.systemUTC());
        return new Authorization(
                new Callers(accounts, trustedKeys, visitors), tutorial, new AuditTrail(proxies, LONGEST_OPERATION));
    }

    /** @param tutorial which requests of nobody in particular may change products all the same */
    public Authorization(Callers callers, Predicate<HttpServerRequest> tutorial, AuditTrail audit) {
        this.callers = callers;
        this.tutorial = tutorial;
        this.audit = audit;
    }

    /**
     * @param operation its operationId
     * @param role who may call it; null: anybody
     */
    public Handler<RoutingContext> guard(String operation, Role role, Handler<RoutingContext> handler) {
        return context -> {
            audit.follow(context, operation, role != null);
            Supplier<Future<?>> check = () -> callers.of(context.request()).map(caller -> {
                caller.ifPresent(principal -> principal.enter(context));
                require(context, operation, role, caller);
                return caller;
            });
            context.put(CHECK, check);
            check.get()
                    .map(permitted -> {
                        handler.handle(context);
                        return permitted;
                    })
                    .onFailure(context::fail);
        };
    }

    /** For what takes long: fails once its caller may no longer do it. */
    public static Future<?> again(RoutingContext context) {
        Supplier<Future<?>> check = context.get(CHECK);
        return check.get();
    }

    private void require(RoutingContext context, String operation, Role role, Optional<Principal> caller) {
        boolean permitted = role == null
                || caller.filter(known -> known.role().includes(role)).isPresent();
        if (permitted || (OF_THE_TUTORIAL.contains(operation) && tutorial.test(context.request()))) {
            return;
        }
        if (caller.isEmpty()) {
            throw Callers.refused();
        }
        throw new Refusal(ProblemType.FORBIDDEN, "This takes the role " + role.id());
    }
}
