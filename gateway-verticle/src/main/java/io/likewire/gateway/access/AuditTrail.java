package io.likewire.gateway.access;

import io.likewire.gateway.input.Proxies;
import io.likewire.platform.audit.Audit;
import io.likewire.platform.log.TraceId;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A line for each change that takes an account, and for each login: who, what, from where, and how it ended. */
public final class AuditTrail {
    private static final Set<String> ALSO = Set.of("register", "login", "logout");
    private static final String NOBODY = "anonymous";
    private static final String SUBJECT = "auditSubject";
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private final Proxies proxies;

    public AuditTrail(Proxies proxies) {
        this.proxies = proxies;
    }

    /** @param subject the name that somebody wants to be */
    public static void subject(RoutingContext context, String subject) {
        context.put(SUBJECT, subject);
    }

    void follow(RoutingContext context, String operation, Policy policy) {
        HttpMethod method = context.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads && (!policy.isOpen() || ALSO.contains(operation))) {
            // Once the answer is out the trace is over.
            String trace = TraceId.current();
            context.addEndHandler(ended -> write(context, operation, trace));
        }
    }

    private void write(RoutingContext context, String operation, String trace) {
        Principal caller = Principal.of(context);
        int status = context.response().getStatusCode();
        Map<String, String> details = new HashMap<>();
        details.put("path", context.request().path());
        details.put("client", proxies.client(context.request()).toString());
        details.put("status", Integer.toString(status));
        putKnown(details, "subject", context.get(SUBJECT));
        putKnown(details, "trace", trace);
        Audit.record(operation, caller == null ? NOBODY : "account " + caller.account(), outcome(status), details);
    }

    private static void putKnown(Map<String, String> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private static String outcome(int status) {
        if (status < CLIENT_ERROR) {
            return "done";
        }
        return status < SERVER_ERROR ? "refused" : "failed";
    }
}
