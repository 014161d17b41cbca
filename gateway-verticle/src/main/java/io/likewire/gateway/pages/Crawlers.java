package io.likewire.gateway.pages;

import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.lists.Ids;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What search engines ask for: {@code /robots.txt} and the sitemap, with this site's address in them. */
record Crawlers(Sitemap sitemap, Proxies proxies) implements Handler<RoutingContext> {
    private static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");
    private static final CharSequence XML = HttpHeaders.createOptimized("application/xml");
    private static final CharSequence CACHING =
            HttpHeaders.createOptimized("private, max-age=" + Sitemap.AGE.toSeconds());
    private static final Pattern PAGE = Pattern.compile("/sitemaps/(\\d+)\\.xml");
    private static final String ROBOTS = "User-agent: *\nDisallow: /admin\nSitemap: {site}/sitemap.xml\n";

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        Matcher page = PAGE.matcher(path);
        if (path.equals("/robots.txt")) {
            send(context, TEXT, ROBOTS);
        } else if (path.equals("/sitemap.xml")) {
            answer(context, sitemap.index());
        } else if (page.matches()) {
            page(context, Ids.parse(page.group(1), 0));
        } else {
            context.next();
        }
    }

    private void page(RoutingContext context, long number) {
        sitemap.pages()
                .onComplete(
                        pages -> {
                            if (number > 0 && number <= pages) {
                                answer(context, sitemap.page((int) number));
                            } else {
                                context.next();
                            }
                        },
                        context::fail);
    }

    private void answer(RoutingContext context, Future<String> xml) {
        xml.onComplete(known -> send(context, XML, known), context::fail);
    }

    private void send(RoutingContext context, CharSequence type, String text) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).putHeader(HttpHeaders.CACHE_CONTROL, CACHING);
        String site = Markup.escaped(proxies.siteAddress(context.request()));
        ResponseBody.end(context.request(), Buffer.buffer(text.replace("{site}", site)));
    }
}
