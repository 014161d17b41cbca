package io.likewire.gateway.resources;

import io.likewire.contracts.products.EncodedProduct;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.lists.CompressedTag;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ETags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** How answers are written. */
public final class ResponseWriter {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    private ResponseWriter() {}

    public static void json(RoutingContext context, Buffer json) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        ResponseBody.end(context.request(), json);
    }

    public static void page(RoutingContext context, String html) {
        page(context, new ResponseBody(Buffer.buffer(html)));
    }

    public static void page(RoutingContext context, ResponseBody html) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        html.end(context.request());
    }

    /** The product as a change left it. */
    public static void product(RoutingContext context, int status, EncodedProduct product) {
        String tag = CompressedTag.of(context.request(), ETags.of(product));
        context.response().setStatusCode(status).putHeader(HttpHeaders.ETAG, tag);
        json(context, product.json());
    }

    /** 304 when the client has it already. */
    public static void unlessKnown(RoutingContext context, String plainTag, ResponseBody body) {
        String tag = CompressedTag.of(context.request(), plainTag);
        context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        if (Conditions.known(context.request(), tag)) {
            context.response().setStatusCode(304).end();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        body.end(context.request());
    }
}
