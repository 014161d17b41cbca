package io.likewire.gateway.pages;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.lists.Ids;
import io.likewire.gateway.lists.ProductCache;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * {@code /products/{id}}: the storefront's page, with what is known of the product. Its service may be down or slow: then the
 * page comes without, and asks again by itself.
 */
final class ProductPages implements Handler<RoutingContext> {
    private static final String MOUNT = "/products/";
    private static final int MOST_DIGITS = 16;
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    /** A page without tags is better than a late one. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final ProductCache products;
    private final Proxies proxies;
    private final Duration patience;
    private final ProductPage page = ProductPage.load();

    ProductPages(ProductCache products, Proxies proxies, Duration patience) {
        this.products = products;
        this.proxies = proxies;
        this.patience = patience;
    }

    @Override
    public void handle(RoutingContext context) {
        String asked = context.normalizedPath().substring(MOUNT.length());
        long id = Ids.parse(asked, 0);
        if (id == Ids.NONE || asked.length() > MOST_DIGITS) {
            context.next();
            return;
        }
        products.product(id, Call.question(patience))
                .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .map(product -> page.of(new JsonObject(product.json()), proxies.siteAddress(context.request())))
                .onComplete(
                        html -> send(context, 200, html),
                        failure -> send(context, isUnknown(failure) ? 404 : 200, page.untold()));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND;
    }

    private static void send(RoutingContext context, int status, String html) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        ResponseBody.end(context.request(), Buffer.buffer(html));
    }
}
