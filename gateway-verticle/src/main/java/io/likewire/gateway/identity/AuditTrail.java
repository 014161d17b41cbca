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
    private static final String OPERATION = "auditOperation";
    private static final String DETAILS = "auditDetails";
    private static final String FAILURE = "auditFailure";
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
        note(context, "subject", subject);
    }

    /** Something that belongs into the line of this request. */
    public static void note(RoutingContext context, String name, String value) {
        Map<String, String> details = context.get(DETAILS);
        if (details != null && value != null) {
            details.put(name, value);
        }
    }

    /** What takes long has a line when it begins, too: the end of the process may come before its own. */
    public static void begun(RoutingContext context) {
        Map<String, String> details = context.get(DETAILS);
        if (details != null) {
            record(context, "begun");
        }
    }

    /** It went wrong after its answer had begun. */
    public static void failed(RoutingContext context, Throwable failure) {
        context.put(FAILURE, failure);
    }

    /** @param guarded whether the operation takes an account */
    void follow(RoutingContext context, String operation, boolean guarded) {
        HttpMethod method = context.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads && (guarded || ALSO.contains(operation))) {
            // Once the answer is out the trace is over.
            context.put(OPERATION, operation);
            context.put(DETAILS, new HashMap<String, String>());
            note(context, "path", context.request().path());
            note(context, "client", proxies.client(context.request()).toString());
            note(context, "trace", TraceId.current());
            boolean arrived = context.request().isEnded();
            context.addEndHandler(ended -> {
                if (ended.succeeded()) {
                    write(context);
                } else {
                    note(context, "taken", "false");
                    boolean tried = arrived || Bodies.gathered(context);
                    writeOnceAnswered(context, tried ? looks : 0);
                }
            });
        }
    }

    /** The response of a client that has gone tells nobody when it ends. */
    private static void writeOnceAnswered(RoutingContext context, int looks) {
        if (answer(context).isPresent() || context.get(FAILURE) != null || looks == 0) {
            write(context);
        } else {
            context.vertx().setTimer(LOOK_EVERY_MS, timer -> writeOnceAnswered(context, looks - 1));
        }
    }

    private static void write(RoutingContext context) {
        OptionalInt status = answer(context);
        status.ifPresent(known -> note(context, "status", Integer.toString(known)));
        Throwable late = context.get(FAILURE);
        if (late != null) {
            record(context, status(late) < SERVER_ERROR ? "failed" : UNKNOWN);
        } else {
            record(context, status.isPresent() ? outcome(status.getAsInt(), context.failure()) : UNKNOWN);
        }
    }

    private static void record(RoutingContext context, String outcome) {
        Principal caller = Principal.of(context);
        String actor = caller == null ? NOBODY : "account " + caller.account();
        Audit.record(context.get(OPERATION), actor, outcome, context.get(DETAILS));
    }

    private static OptionalInt answer(RoutingContext context) {
        if (context.response().ended()) {
            return OptionalInt.of(context.response().getStatusCode());
        }
        if (context.failed()) {
            return OptionalInt.of(
                    context.failure() instanceof Refusal ? status(context.failure()) : context.statusCode());
        }
        return OptionalInt.empty();
    }

    private static int status(Throwable failure) {
        return failure instanceof Refusal refusal ? refusal.type().status() : SERVER_ERROR;
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
