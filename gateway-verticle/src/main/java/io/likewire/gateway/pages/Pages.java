package io.likewire.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Storefront, admin pages and their libraries under {@code /lib/}, all out of the jar. */
public final class Pages {
    private static final String ASKED_EACH_TIME = "no-cache";

    /** A library's version is part of its path. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Pages() {}

    public static void mount(Router router) {
        mount(router, "/lib/*", new PackagedFiles("META-INF/resources/webjars", "/lib", FOR_EVER));
        mount(router, "/*", new PackagedFiles("web", "", ASKED_EACH_TIME));
    }

    private static void mount(Router router, String path, Handler<RoutingContext> files) {
        router.get(path).handler(files);
        router.head(path).handler(files);
    }
}
