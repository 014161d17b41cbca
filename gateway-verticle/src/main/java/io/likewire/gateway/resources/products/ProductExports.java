package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.ClientQuota;
import io.likewire.gateway.edge.Gzip;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.lists.Ids;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /api/products/export}: all products, a line each, from a few streams at once. */
public final class ProductExports {
    private static final int AT_ONCE = 4;

    private final ProductsService products;
    private final Duration patience;
    private final Proxies proxies;
    private final ClientQuota quota = new ClientQuota("export", AT_ONCE);

    public ProductExports(ProductsService products, Proxies proxies, Duration patience) {
        this.proxies = proxies;
        this.products = products;
        this.patience = patience;
    }

    public void get(RoutingContext context) {
        long afterId = afterId(context.queryParam("afterId"));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, LineStream.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, ResponseWriter.NO_STORE);
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().end();
            return;
        }
        ClientAddress client = proxies.client(context.request());
        quota.require(client);
        LineStream.keepOpen(context.request());
        quota.take(client);
        new LineStream(
                        context.vertx(),
                        context.response(),
                        gzip(context.request()),
                        id -> products.export(id, Call.question(patience)))
                .run(afterId)
                .onComplete(done -> quota.release(client))
                .onFailure(context::fail);
    }

    private static Gzip gzip(HttpServerRequest request) {
        if (!Gzip.isTaken(request)) {
            return null;
        }
        request.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return new Gzip();
    }

    private static long afterId(List<String> values) {
        long id = values.isEmpty() ? 0 : Ids.NONE;
        if (values.size() == 1) {
            id = values.get(0).equals("0") ? 0 : Ids.parse(values.get(0), 0);
        }
        if (id == Ids.NONE) {
            throw Refusal.invalid("afterId", "Expected the id of a product.");
        }
        return id;
    }
}
