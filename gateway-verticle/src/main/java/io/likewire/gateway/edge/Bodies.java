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

    /** Bytes of all bodies that are here at once: an eighth of the heap, 32 MB at most. */
    private static final long MOST_TOGETHER =
            Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final String KEY = "body";
    private final int limit;
    private final Duration deadline;
    private final Set<String> others;
    private long held;

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
        Share share = new Share();
        context.addEndHandler(ended -> share.release());
        long late = context.vertx().setTimer(deadline.toMillis(), timer -> refuse(context, tooLate()));
        request.exceptionHandler(cut -> {
                    context.vertx().cancelTimer(late);
                    share.release();
                })
                .handler(part -> {
                    body.appendBuffer(part);
                    share.add(part.length());
                    if (body.length() > limit || held > MOST_TOGETHER) {
                        context.vertx().cancelTimer(late);
                        refuse(context, body.length() > limit ? tooLarge() : tooMany());
                    }
                })
                .endHandler(end -> {
                    context.vertx().cancelTimer(late);
                    context.put(KEY, body);
                    run(context, then);
                });
    }

    /** What one body has of the bytes that are held together. */
    private final class Share {
        private int bytes;

        void add(int more) {
            bytes += more;
            held += more;
        }

        /** Once the request has its answer, or its client has gone. */
        void release() {
            held -= bytes;
            bytes = 0;
        }
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

    private static Refusal tooMany() {
        return new Refusal(ProblemType.OVERLOADED, "Too many bodies are being received");
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
