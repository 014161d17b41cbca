package io.likewire.gateway.http;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Gathers the request's body, up to 64 KB. Unlike vertx-web's BodyHandler it knows no forms and no files. */
public final class Bodies implements Handler<RoutingContext> {
    private static final int LIMIT = 64 * 1024;
    private static final String KEY = "body";

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
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null || length.equals("0");
        if (none && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            context.next();
            return;
        }
        if (length != null && tooLarge(length)) {
            context.fail(new Refusal(ProblemType.TOO_LARGE, "A body has at most " + LIMIT + " bytes"));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        gather(context, request);
    }

    private static void gather(RoutingContext context, HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.exceptionHandler(cut -> {})
                .handler(part -> {
                    if (context.failed()) {
                        return;
                    }
                    body.appendBuffer(part);
                    if (body.length() > LIMIT) {
                        context.fail(new Refusal(ProblemType.TOO_LARGE, "A body has at most " + LIMIT + " bytes"));
                    }
                })
                .endHandler(end -> {
                    if (!context.failed()) {
                        context.put(KEY, body);
                        context.next();
                    }
                });
    }

    /** Netty has refused lengths that are no numbers. */
    private static boolean tooLarge(String length) {
        return length.length() > 9 || Long.parseLong(length) > LIMIT;
    }
}
