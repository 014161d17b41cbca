package io.likewire.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What still comes of a request whose body nobody wants. A little is thrown away, so that the answer is not lost with a
 * connection that is reset; then nobody reads any more, and the connection ends.
 */
public final class UnwantedBody {
    private static final Set<HttpMethod> BODILESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);
    private static final int SOME = 8 * 1024 * 1024;
    private static final long LINGER_MS = 1_000;

    private UnwantedBody() {}

    /** Methods whose bodies mean nothing: what comes of one has a bound all the same. */
    public static void ignoreBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (BODILESS.contains(request.method()) && expected(request)) {
            swallow(context.vertx(), request);
        }
    }

    /** Before the answer is sent: it tells that the connection ends. */
    static void swallow(Vertx vertx, HttpServerRequest request) {
        boolean alone = request.version() != HttpVersion.HTTP_2;
        if (alone) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        long[] swallowed = {0};
        long linger = vertx.setTimer(LINGER_MS, timer -> {
            if (alone) {
                ConnectionPipeline.close(request.connection());
            } else {
                request.response().reset();
            }
        });
        request.exceptionHandler(cut -> vertx.cancelTimer(linger))
                .endHandler(end -> vertx.cancelTimer(linger))
                .handler(part -> {
                    swallowed[0] += part.length();
                    if (swallowed[0] > SOME) {
                        request.pause();
                    }
                });
    }

    /** Whether more may come than is worth reading. Over HTTP/2 a stream stays open, and its head, until the body has ended. */
    static boolean expected(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean open = request.version() == HttpVersion.HTTP_2 && !request.isEnded();
        return open
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && length.length() > 5;
    }
}
