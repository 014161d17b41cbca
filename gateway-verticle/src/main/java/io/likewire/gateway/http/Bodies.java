package io.likewire.gateway.http;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Gathers the request's body, up to 64 KB where no other limit is said. Unlike vertx-web's it knows no forms and no files. */
public final class Bodies implements Handler<RoutingContext> {
    private static final int USUAL_LIMIT = 64 * 1024;
    private static final String KEY = "body";
    private final int limit;
    private final Set<String> others;

    private Bodies(int limit, Set<String> others) {
        this.limit = limit;
        this.others = others;
    }

    /** @param others paths whose bodies are gathered by their own routes */
    public Bodies(Set<String> others) {
        this(USUAL_LIMIT, others);
    }

    public static Bodies upTo(int limit) {
        return new Bodies(limit, Set.of());
    }

    /** The body of a request that came through here; empty when it had none. */
    public static Buffer of(RoutingContext context) {
        Buffer body = context.get(KEY);
        return body == null ? Buffer.buffer() : body;
    }

    /** Whether the request was read here: it can't be upgraded any more. */
    public static boolean gathered(RoutingContext context) {
        return context.get(KEY) != null;
    }

    @Override
    public void handle(RoutingContext context) {
        if (others.contains(context.request().path())) {
            context.next();
        } else {
            gather(context, context::next);
        }
    }

    /** @param then what happens when the body is there; what it throws fails the request */
    public void gather(RoutingContext context, Runnable then) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null || length.equals("0");
        if (gathered(context) || none && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            then.run();
            return;
        }
        if (length != null && tooLarge(length)) {
            context.fail(tooLarge());
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        read(context, request, then);
    }

    private void read(RoutingContext context, HttpServerRequest request, Runnable then) {
        Buffer body = Buffer.buffer();
        request.exceptionHandler(cut -> {})
                .handler(part -> {
                    if (context.failed()) {
                        return;
                    }
                    body.appendBuffer(part);
                    if (body.length() > limit) {
                        context.fail(tooLarge());
                    }
                })
                .endHandler(end -> {
                    if (!context.failed()) {
                        context.put(KEY, body);
                        run(context, then);
                    }
                });
    }

    private static void run(RoutingContext context, Runnable then) {
        try {
            then.run();
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }

    /** Netty has refused lengths that are no numbers. */
    private boolean tooLarge(String length) {
        return length.length() > 9 || Long.parseLong(length) > limit;
    }

    private Refusal tooLarge() {
        return new Refusal(ProblemType.TOO_LARGE, "A body has at most " + limit + " bytes");
    }
}
