package io.likewire.tutorial.takeover;

import io.likewire.contracts.events.MalformedEvent;
import io.likewire.tutorial.wire.TutorialForm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The products that the counterpart has, as its {@code GET /api/products} says. */
public record CounterpartProducts(Vertx vertx, URI address) {
    private static final int PATIENCE_S = 30;

    /** More products than the tutorial was ever meant for. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CounterpartProducts.class);

    public Future<List<Long>> ids() {
        HttpClient client = vertx.createHttpClient();
        return client.request(new RequestOptions().setAbsoluteURI(address.toString()))
                .compose(HttpClientRequest::send)
                .expecting(HttpResponseExpectation.SC_OK)
                .compose(CounterpartProducts::whole)
                .timeout(PATIENCE_S, TimeUnit.SECONDS)
                .map(this::read)
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

    /** A row without an id is none of ours; where no row has one, this is some other list. */
    private List<Long> read(Buffer list) {
        JsonArray rows = rows(list);
        List<Long> ids = new ArrayList<>();
        for (int row = 1; row <= rows.size(); row++) {
            try {
                ids.add(id(rows.getValue(row - 1)));
            } catch (MalformedEvent wrong) {
                LOG.warn("TUTORIAL_LIST_URI: row {} is left out, {}", row, wrong.getMessage());
            }
        }
        if (ids.isEmpty() && !rows.isEmpty()) {
            throw new MalformedEvent("TUTORIAL_LIST_URI: expected products, but no row has an id of one");
        }
        return ids;
    }

    private JsonArray rows(Buffer list) {
        try {
            return list.toJsonArray();
        } catch (DecodeException | ClassCastException wrong) {
            throw new MalformedEvent("TUTORIAL_LIST_URI: expected an array of products");
        }
    }

    private static long id(Object product) {
        if (!(product instanceof JsonObject json)) {
            throw new MalformedEvent("it is no object");
        }
        try {
            return TutorialForm.id(json.getValue("id"));
        } catch (MalformedEvent wrong) {
            throw new MalformedEvent("field id: " + wrong.getMessage());
        }
    }
}
