package io.likewire.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What still comes of a request whose body nobody wants. Some is thrown away, so that the answer is not lost with a
 * connection that is reset, and clients that listen only once they have said all hear it; then the connection ends.
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
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        long[] swallowed = {0};
        long linger = vertx.setTimer(LINGER_MS, timer -> end(request));
        request.exceptionHandler(cut -> vertx.cancelTimer(linger))
                .endHandler(end -> vertx.cancelTimer(linger))
                .handler(part -> {
                    swallowed[0] += part.length();
                    if (swallowed[0] > SOME && vertx.cancelTimer(linger)) {
                        end(request);
                    }
                });
    }

    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ConnectionPipeline.close(request.connection());
        }
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
