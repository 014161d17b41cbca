package io.likewire.gateway.edge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;

/**
 * The whole body of an answer, and the one way in which it is sent: packed for those who take it, when it is text and large
 * enough; not at all to HEAD, which Vert.x minds over HTTP/1 only. Who keeps one packs it once. Runs on one event loop.
 */
public final class ResponseBody {
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final Pattern TEXT = Pattern.compile("text/|json|javascript|yaml|xml");
    private static final int WORTH_PACKING = 1_024;
    private final Buffer plain;
    private Buffer packed;

    public ResponseBody(Buffer plain) {
        this.plain = plain;
    }

    /** Ends the answer with a body that nobody keeps. */
    public static Future<Void> end(HttpServerRequest request, Buffer body) {
        return new ResponseBody(body).end(request);
    }

    /** Ends the answer. Its Content-Type is set. */
    public Future<Void> end(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Buffer body = plain;
        if (isPackable(response) && Gzip.isTaken(request)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
            body = packed();
        }
        if (request.method() != HttpMethod.HEAD) {
            return response.end(body);
        }
        return response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .end();
    }

    private boolean isPackable(HttpServerResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        return plain.length() >= WORTH_PACKING
                && !response.headers().contains(HttpHeaders.CONTENT_ENCODING)
                && type != null
                && TEXT.matcher(type).find();
    }

    private Buffer packed() {
        if (packed == null) {
            packed = Gzip.pack(plain);
        }
        return packed;
    }
}
