package io.likewire.tutorial.takeover;

import io.likewire.tutorial.wire.TutorialForm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The products that the counterpart has, as its {@code GET /api/products} says. */
public final class CounterpartProducts {
    private static final int PATIENCE_S = 30;

    /** More products than the tutorial was ever meant for. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Vertx vertx;
    private final URI address;

    public CounterpartProducts(Vertx vertx, URI address) {
        this.vertx = vertx;
        this.address = address;
    }

    public Future<List<Long>> ids() {
        HttpClient client = vertx.createHttpClient();
        return client.request(new RequestOptions().setAbsoluteURI(address.toString()))
                .compose(HttpClientRequest::send)
                .expecting(HttpResponseExpectation.SC_OK)
                .compose(CounterpartProducts::whole)
                .timeout(PATIENCE_S, TimeUnit.SECONDS)
                .map(CounterpartProducts::read)
                .eventually(client::close);
    }

    private static Future<Buffer> whole(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.appendBuffer(part).length() > LONGEST) {
                response.request().reset();
            }
        });
        return response.end().map(body);
    }

    private static List<Long> read(Buffer list) {
        return list.toJsonArray().stream()
                .map(product -> TutorialForm.id(((JsonObject) product).getValue("id")))
                .toList();
    }
}
