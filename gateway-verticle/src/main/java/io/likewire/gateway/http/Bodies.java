package io.likewire.gateway.http;

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

/** Gathers the request's body, up to 64 KB. Unlike vertx-web's BodyHandler it knows no forms and no files. */
public final class Bodies implements Handler<RoutingContext> {
    private static final int LIMIT = 64 * 1024;
    private static final String KEY = "body";
    private final Duration deadline;

    /** @param deadline for a whole body */
    public Bodies(Duration deadline) {
        this.deadline = deadline;
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
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null || length.equals("0");
        if (none && !headers.contains(HttpHeaders.TRANSFER_ENCODING) && !unframed(request)) {
            context.next();
            return;
        }
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
        gather(context, request);
    }

    private void gather(RoutingContext context, HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        long late = context.vertx().setTimer(deadline.toMillis(), timer -> refuse(context, tooLate()));
        request.exceptionHandler(cut -> context.vertx().cancelTimer(late))
                .handler(part -> {
                    body.appendBuffer(part);
                    if (body.length() > LIMIT) {
                        context.vertx().cancelTimer(late);
                        refuse(context, tooLarge());
                    }
                })
                .endHandler(end -> {
                    context.vertx().cancelTimer(late);
                    context.put(KEY, body);
                    context.next();
                });
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        Leftovers.swallow(context.vertx(), context.request());
        context.fail(refusal);
    }

    private static Refusal tooLarge() {
        return new Refusal(ProblemType.TOO_LARGE, "A body has at most " + LIMIT + " bytes");
    }

    private Refusal tooLate() {
        return new Refusal(
                ProblemType.REQUEST_TIMEOUT, "A body has to be whole within " + deadline.toSeconds() + " seconds");
    }

    /** Netty has refused lengths that are no numbers. */
    private static boolean tooLarge(String length) {
        return length.length() > 9 || Long.parseLong(length) > LIMIT;
    }

    /** Over HTTP/2 a body needs neither length nor transfer encoding. */
    private static boolean unframed(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2 && !request.isEnded();
    }

    private static boolean encoded(String encoding) {
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }
}
