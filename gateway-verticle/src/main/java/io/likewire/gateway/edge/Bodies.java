package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/** Gathers the request's body, up to 64 KB where no other limit is said. Unlike vertx-web's it knows no forms and no files. */
public final class Bodies implements Handler<RoutingContext> {
    private static final int USUAL_LIMIT = 64 * 1024;
    private static final String KEY = "body";
    private final int limit;
    private final Duration deadline;
    private final Set<String> others;

    private Bodies(int limit, Duration deadline, Set<String> others) {
        this.limit = limit;
        this.deadline = deadline;
        this.others = others;
    }

    /**
     * @param deadline for a whole body
     * @param others paths whose bodies are gathered by their own routes
     */
    public Bodies(Duration deadline, Set<String> others) {
        this(USUAL_LIMIT, deadline, others);
    }

    public static Bodies upTo(int limit) {
        return new Bodies(limit, ClientTimeouts.DEFAULT.body(), Set.of());
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
        MultiMap headers = request.headers();
        if (gathered(context) || hasNone(request)) {
            then.run();
            return;
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && tooLarge(length)) {
            refuse(context, tooLarge());
            return;
        }
        if (encoded(headers.get(HttpHeaders.CONTENT_ENCODING))) {
            refuse(context, new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding"));
            return;
        }
        if ("100-continue".equalsIgnoreCase(headers.get(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        read(context, request, then);
    }

    private void read(RoutingContext context, HttpServerRequest request, Runnable then) {
        Buffer body = Buffer.buffer();
        long late = context.vertx().setTimer(deadline.toMillis(), timer -> refuse(context, tooLate()));
        request.exceptionHandler(cut -> context.vertx().cancelTimer(late))
                .handler(part -> {
                    body.appendBuffer(part);
                    if (body.length() > limit) {
                        context.vertx().cancelTimer(late);
                        refuse(context, tooLarge());
                    }
                })
                .endHandler(end -> {
                    context.vertx().cancelTimer(late);
                    context.put(KEY, body);
                    run(context, then);
                });
    }

    private static void run(RoutingContext context, Runnable then) {
        try {
            then.run();
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        RequestDrain.swallow(context.vertx(), context.request());
        context.fail(refusal);
    }

    private Refusal tooLarge() {
        return new Refusal(ProblemType.TOO_LARGE, "A body has at most " + limit + " bytes");
    }

    private Refusal tooLate() {
        return new Refusal(
                ProblemType.REQUEST_TIMEOUT, "A body has to be whole within " + deadline.toSeconds() + " seconds");
    }

    /** Netty has refused lengths that are no numbers. */
    private boolean tooLarge(String length) {
        return length.length() > 9 || Long.parseLong(length) > limit;
    }

    /** Over HTTP/2 a body needs neither length nor transfer encoding. */
    private static boolean hasNone(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null || length.equals("0");
        boolean unframed = request.version() == HttpVersion.HTTP_2 && !request.isEnded();
        return none && !unframed && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean encoded(String encoding) {
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }
}
