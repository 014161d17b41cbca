package io.likewire.gateway.resources;

import io.likewire.contracts.products.EncodedProduct;
import io.likewire.gateway.edge.ApiPath;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ETags;
import io.likewire.gateway.lists.PageRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** How answers are written. */
public final class ResponseWriter {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    public static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    public static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    private ResponseWriter() {}

    public static void json(RoutingContext context, Buffer json) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        ResponseBody.end(context.request(), json);
    }

    public static void json(RoutingContext context, JsonObject json) {
        json(context, json.toBuffer());
    }

    /** For the caller alone, and for now. */
    public static void uncached(RoutingContext context, JsonObject json) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        json(context, json);
    }

    /**
     * A part of a list that is somebody's own, with the address of the next part.
     *
     * @param next where that one begins; null at the end
     */
    public static void part(RoutingContext context, PageRequest page, Object next, Buffer json) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (next != null) {
            String address = ApiPath.plain(context.normalizedPath()) + "?limit=" + page.limit() + "&after=" + next;
            context.response().putHeader(LINK, "<" + address + ">; rel=\"next\"");
        }
        json(context, json);
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
        String tag = ETags.of(context.request(), ETags.of(product));
        context.response().setStatusCode(status).putHeader(HttpHeaders.ETAG, tag);
        json(context, product.json());
    }

    /** 304 when the client has it already. */
    public static void unlessKnown(RoutingContext context, String plainTag, ResponseBody body) {
        String tag = ETags.of(context.request(), plainTag);
        context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        if (Conditions.known(context.request(), tag)) {
            context.response().setStatusCode(304).end();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        body.end(context.request());
    }
}
