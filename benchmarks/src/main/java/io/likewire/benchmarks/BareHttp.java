package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;

/** The paths of the REST API that are measured. */
record BareHttp(BareData data) implements Handler<HttpServerRequest> {
    private static final String PRODUCTS = "/api/products";
    private static final String LIKE = "/like";
    private static final Buffer SUCCESS = Buffer.buffer("{\"message\":\"success\"}");

    @Override
    public void handle(HttpServerRequest request) {
        answer(request)
                .onSuccess(body -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(body))
                .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
    }

    private Future<Buffer> answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals(PRODUCTS)) {
            return data.list();
        }
        if (path.endsWith(LIKE)) {
            long product = Long.parseLong(path, PRODUCTS.length() + 1, path.length() - LIKE.length(), 10);
            byte[] liker = HexFormat.of().parseHex(request.getHeader("X-Liker"));
            return data.like(product, Buffer.buffer(liker)).map(SUCCESS);
        }
        return data.one(Long.parseLong(path, PRODUCTS.length() + 1, path.length(), 10));
    }
}
