package io.likewire.gateway.edge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The one way in which an answer gets its whole body: one to HEAD has none, which Vert.x minds over HTTP/1 only. */
public final class ResponseBody {
    private ResponseBody() {}

    /** Ends the answer. */
    public static Future<Void> end(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        if (request.method() != HttpMethod.HEAD) {
            return response.end(body);
        }
        return response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .end();
    }
}
