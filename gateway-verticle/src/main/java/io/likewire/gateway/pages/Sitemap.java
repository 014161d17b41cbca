package io.likewire.gateway.pages;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.lists.ReadCache;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * All products for search engines: an index, and a page for each 500 ids. Each costs the owner of products one question an
 * hour. {@code {site}} stands for the address of the site. Runs on one event loop.
 */
final class Sitemap {
    static final Duration AGE = Duration.ofHours(1);

    /** What an index may name at most. */
    private static final int MOST_PAGES = 50_000;

    /** As many products as the owner tells at once. */
    private static final int PAGE = 500;

    private static final int INDEX = 0;
    private static final ProductQuery NEWEST = new ProductQuery(ProductSort.NEWEST, null, List.of(), null, 1, false);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SCHEMA = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final ProductsService products;
    private final Duration patience;
    private final ReadCache<Integer, String> kept =
            new ReadCache<>(AGE, System::nanoTime, (number, page) -> page.length(), page -> true);
    private boolean asking;

    Sitemap(ProductsService products, Duration patience) {
        this.products = products;
        this.patience = patience;
    }

    Future<String> index() {
        return pages().map(Sitemap::index);
    }

    /** How many there are; beyond them nobody is asked. */
    Future<Long> pages() {
        return kept.get(INDEX, () -> products.list(NEWEST, Call.question(patience))
                        .map(page -> Long.toString(pages(page.json()))))
                .map(Long::parseLong);
    }

    /** One at a time: an owner who is asked for pages has no place for somebody's import or export. */
    Future<String> page(int number) {
        long before = (number - 1L) * PAGE;
        return kept.get(number, () -> {
            if (asking) {
                return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Another page is being made"));
            }
            asking = true;
            return products.export(before, Call.question(patience))
                    .onComplete(answered -> asking = false)
                    .map(lines -> page(lines.json(), before + PAGE));
        });
    }

    private static long pages(Buffer newest) {
        JsonArray products = new JsonArray(newest);
        long most = products.isEmpty() ? 0 : products.getJsonObject(0).getLong("id");
        return Math.min(MOST_PAGES, (most + PAGE - 1) / PAGE);
    }

    private static String index(long pages) {
        return LongStream.rangeClosed(1, pages)
                .mapToObj(number -> "<sitemap><loc>{site}/sitemaps/" + number + ".xml</loc></sitemap>\n")
                .collect(Collectors.joining("", HEAD + "<sitemapindex" + SCHEMA, "</sitemapindex>\n"));
    }

    private static String page(Buffer lines, long last) {
        return lines.toString()
                .lines()
                .map(JsonObject::new)
                .filter(product -> product.getLong("id") <= last)
                .map(product -> "<url><loc>{site}/products/" + product.getLong("id") + "</loc><lastmod>"
                        + Markup.escaped(product.getString("updatedAt")) + "</lastmod></url>\n")
                .collect(Collectors.joining("", HEAD + "<urlset" + SCHEMA, "</urlset>\n"));
    }
}
