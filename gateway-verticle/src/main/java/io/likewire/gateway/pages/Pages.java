package io.likewire.gateway.pages;

import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.edge.UnwantedBody;
import io.likewire.gateway.lists.ProductCache;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Storefront, admin pages and their libraries under {@code /lib/}, all out of the jar. */
public final class Pages {
    static final String ASKED_EACH_TIME = "no-cache";

    /** For files whose version is part of their path. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Pages() {}

    /** @param patience how long a request may wait for the services */
    public static void mount(Router router, ProductCache products, Proxies proxies, Duration patience) {
        mount(router, "/lib/*", new PackagedFiles("META-INF/resources/webjars", "/lib", FOR_EVER));
        mount(router, "/assets/*", new Assets());
        mount(router, "/products/*", new ProductPages(products, proxies, patience));
        mount(router, "/*", new Crawlers(new Sitemap(products.owner(), patience), proxies));
        mount(router, "/*", new PackagedFiles("web", "", ASKED_EACH_TIME));
    }

    private static void mount(Router router, String path, Handler<RoutingContext> files) {
        router.get(path).handler(files);
        router.head(path).handler(files);
    }

    /** HTML for people who look for a page that is not there. */
    public static Buffer notFound() {
        return Buffer.buffer(html("web/pages/not-found.html"));
    }

    /** A page of the jar, with the addresses of this release's files. */
    public static String html(String resource) {
        return WebFiles.page(WebFiles.text(resource));
    }

    /** Takes the slash off an address that is a page's without it. */
    public static boolean redirect(RoutingContext context) {
        HttpServerRequest request = context.request();
        String page = request.path().substring(0, request.path().length() - 1);
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (!reads || !PageFiles.isPage(page)) {
            return false;
        }
        UnwantedBody.ignoreBody(context);
        String query = request.query() == null ? "" : "?" + request.query();
        context.response()
                .setStatusCode(301)
                .putHeader(HttpHeaders.LOCATION, page + query)
                .end();
        return true;
    }
}
