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

/**
 * Gathers a request's body before its handler, once it is known who asks for what. Unlike vertx-web's it knows no forms and no
 * files. Runs on one event loop.
 */
public final class Bodies {
    private static final int USUAL_LIMIT = 64 * 1024;

    /** Bytes of all bodies that are here at once: an eighth of the heap, 32 MB at most. */
    private static final int MOST_TOGETHER =
            (int) Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final String KEY = "body";
    private final Duration deadline;
    private final Proxies proxies;
    private final ClientQuota quota = new ClientQuota("byte", MOST_TOGETHER);

    /** @param deadline for a whole body */
    public Bodies(Duration deadline, Proxies proxies) {
        this.deadline = deadline;
        this.proxies = proxies;
    }

    /** Of 64 KB at most. */
    public Handler<RoutingContext> before(Handler<RoutingContext> handler) {
        return before(USUAL_LIMIT, handler);
    }

    /** @param limit in bytes */
    public Handler<RoutingContext> before(int limit, Handler<RoutingContext> handler) {
        return context -> gather(context, limit, handler);
    }

    /** The body of a request that came through here; empty when it had none. */
    public static Buffer of(RoutingContext context) {
        Buffer body = context.get(KEY);
        return body == null ? Buffer.buffer() : body;
    }

    /** Whether the body was read to its end. */
    public static boolean gathered(RoutingContext context) {
        return context.get(KEY) != null;
    }

    private void gather(RoutingContext context, int limit, Handler<RoutingContext> then) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        if (isAbsent(request)) {
            then.handle(context);
            return;
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 9 || Long.parseLong(length) > limit)) {
            refuse(context, tooLarge(limit));
            return;
        }
        if (encoded(headers.get(HttpHeaders.CONTENT_ENCODING))) {
            refuse(context, new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding"));
            return;
        }
        if ("100-continue".equalsIgnoreCase(headers.get(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        new Incoming(context, limit).read(then);
    }

    /** A body that is being received, and its part of the bytes that are held together. */
    private final class Incoming {
        private final RoutingContext context;
        private final int limit;
        private final ClientAddress client;
        private final Buffer body = Buffer.buffer();
        private final long late;
        private int held;

        Incoming(RoutingContext context, int limit) {
            this.context = context;
            this.limit = limit;
            this.client = proxies.client(context.request());
            this.late = context.vertx().setTimer(deadline.toMillis(), timer -> refuse(tooLate()));
        }

        void read(Handler<RoutingContext> then) {
            // once the request has its answer
            context.addEndHandler(ended -> release());
            context.request()
                    .exceptionHandler(cut -> release())
                    .handler(this::add)
                    .endHandler(end -> {
                        context.vertx().cancelTimer(late);
                        context.put(KEY, body);
                        run(context, then);
                    });
        }

        private void add(Buffer part) {
            int more = part.length();
            if (body.length() + more > limit) {
                refuse(tooLarge(limit));
            } else if (!quota.hasRoom(client, more)) {
                refuse(tooMany(more));
            } else {
                hold(more);
                body.appendBuffer(part);
            }
        }

        private void hold(int more) {
            quota.take(client, more);
            held += more;
        }

        private Refusal tooMany(int more) {
            return quota.isFull(more)
                    ? new Refusal(ProblemType.OVERLOADED, "Too many bodies are being received")
                    : new Refusal(ProblemType.TOO_MANY_REQUESTS, "This address sends more bodies at once than one may");
        }

        private void refuse(Refusal refusal) {
            context.vertx().cancelTimer(late);
            Bodies.refuse(context, refusal);
        }

        private void release() {
            context.vertx().cancelTimer(late);
            quota.release(client, held);
            held = 0;
        }
    }

    private static void run(RoutingContext context, Handler<RoutingContext> then) {
        try {
            then.handle(context);
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        UnwantedBody.swallow(context.vertx(), context.request());
        context.fail(refusal);
    }

    private static Refusal tooLarge(int limit) {
        return new Refusal(ProblemType.TOO_LARGE, "A body has at most " + limit + " bytes");
    }

    private Refusal tooLate() {
        return new Refusal(
                ProblemType.REQUEST_TIMEOUT, "A body has to be whole within " + deadline.toSeconds() + " seconds");
    }

    /** Over HTTP/2 a body needs neither length nor transfer encoding. */
    public static boolean isAbsent(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null || length.equals("0");
        boolean unframed = request.version() == HttpVersion.HTTP_2 && !request.isEnded();
        return none && !unframed && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean encoded(String encoding) {
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }
}
