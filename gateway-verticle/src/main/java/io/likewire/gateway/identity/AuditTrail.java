package io.likewire.gateway.identity;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.Proxies;
import io.likewire.platform.log.TraceId;
import io.likewire.platform.management.Audit;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A line for each change that takes an account, and for each login: who, what, from where, and how it ended. When the client
 * has gone by then the line says what the answer would have been, and that nobody took it.
 */
public final class AuditTrail {
    private static final Set<String> ALSO = Set.of("register", "login", "logout");
    private static final String UNKNOWN = "unknown";
    private static final String NOBODY = "anonymous";
    private static final String SUBJECT = "auditSubject";
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private static final long LOOK_EVERY_MS = 100;

    private final Proxies proxies;
    private final int looks;

    /** @param longest for an operation whose client has gone: what has no answer by then has an unknown one */
    AuditTrail(Proxies proxies, Duration longest) {
        this.proxies = proxies;
        this.looks = (int) (longest.toMillis() / LOOK_EVERY_MS);
    }

    /** @param subject the name that somebody wants to be */
    public static void subject(RoutingContext context, String subject) {
        context.put(SUBJECT, subject);
    }

    /** @param guarded whether the operation takes an account */
    void follow(RoutingContext context, String operation, boolean guarded) {
        HttpMethod method = context.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads && (guarded || ALSO.contains(operation))) {
            // Once the answer is out the trace is over.
            Map<String, String> details = new HashMap<>();
            details.put("path", context.request().path());
            details.put("client", proxies.client(context.request()).toString());
            putKnown(details, "trace", TraceId.current());
            boolean arrived = context.request().isEnded();
            context.addEndHandler(ended -> {
                if (ended.succeeded()) {
                    write(context, operation, details);
                } else {
                    details.put("taken", "false");
                    boolean tried = arrived || Bodies.gathered(context);
                    writeOnceAnswered(context, operation, details, tried ? looks : 0);
                }
            });
        }
    }

    /** The response of a client that has gone tells nobody when it ends. */
    private static void writeOnceAnswered(
            RoutingContext context, String operation, Map<String, String> details, int looks) {
        if (answer(context).isPresent() || looks == 0) {
            write(context, operation, details);
        } else {
            context.vertx().setTimer(LOOK_EVERY_MS, timer -> writeOnceAnswered(context, operation, details, looks - 1));
        }
    }

    private static void write(RoutingContext context, String operation, Map<String, String> details) {
        Principal caller = Principal.of(context);
        OptionalInt status = answer(context);
        status.ifPresent(known -> details.put("status", Integer.toString(known)));
        putKnown(details, "subject", context.get(SUBJECT));
        String outcome = status.isPresent() ? outcome(status.getAsInt(), context.failure()) : UNKNOWN;
        Audit.record(operation, caller == null ? NOBODY : "account " + caller.account(), outcome, details);
    }

    private static OptionalInt answer(RoutingContext context) {
        if (context.response().ended()) {
            return OptionalInt.of(context.response().getStatusCode());
        }
        if (context.failed()) {
            return OptionalInt.of(
                    context.failure() instanceof Refusal refusal
                            ? refusal.type().status()
                            : context.statusCode());
        }
        return OptionalInt.empty();
    }

    private static void putKnown(Map<String, String> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    /** What failed may have been done all the same: its answer, for one, was lost. What there was no room for was not begun. */
    private static String outcome(int status, Throwable failure) {
        if (status < CLIENT_ERROR) {
            return "done";
        }
        boolean begun = !(failure instanceof Refusal refusal && refusal.type() == ProblemType.OVERLOADED);
        return status >= SERVER_ERROR && begun ? UNKNOWN : "refused";
    }
}
