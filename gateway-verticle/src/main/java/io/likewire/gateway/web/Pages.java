package io.likewire.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The storefront at {@code /}, and the libraries it uses under {@code /lib/}, both out of the jar. */
public final class Pages {
    private static final CharSequence ASK_EACH_TIME = HttpHeaders.createOptimized("no-cache");

    private Pages() {}

    public static void mount(Router router) {
        // a library's version is part of its path
        router.get("/lib/*").handler(files("META-INF/resources/webjars"));
        router.head("/lib/*").handler(files("META-INF/resources/webjars"));
        StaticHandler pages = files("web");
        Handler<RoutingContext> askedEachTime = context -> {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
            pages.handle(context);
        };
        router.get("/*").handler(askedEachTime);
        router.head("/*").handler(askedEachTime);
    }

    private static StaticHandler files(String folder) {
        return StaticHandler.create(folder)
                .setDirectoryListing(false)
                .setSendVaryHeader(false)
                // otherwise that of the process, which in a bare environment is ASCII
                .setDefaultContentEncoding("UTF-8")
                .setIncludeHidden(false)
                .setEnableRangeSupport(false);
    }
}
