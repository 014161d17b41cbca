package io.likewire.gateway.pages;

import io.vertx.core.json.JsonObject;
import java.text.Bidi;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The storefront's page as it is before any script has run, about one product.
 *
 * @param untold while nothing is known of the product
 * @param told with places for what is known
 */
record ProductPage(String untold, String told) {
    private static final Pattern HEAD = Pattern.compile("<!--head-->.*<!--/head-->", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile("<!--view-->.*<!--/view-->", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int SUMMARY = 300;

    static ProductPage load() {
        String shop = Pages.html("web/index.html");
        String page = put(VIEW, shop, WebFiles.text("web/pages/product-view.html"));
        String loading = put(VIEW, shop, WebFiles.text("web/pages/product-loading.html"));
        return new ProductPage(loading, put(HEAD, page, WebFiles.text("web/pages/product-head.html")));
    }

    private static String put(Pattern place, String page, String part) {
        return place.matcher(page).replaceFirst(Matcher.quoteReplacement(part.strip()));
    }

    /** @param site the address of this site */
    String of(JsonObject product, String site) {
        Map<String, String> texts = texts(product, site);
        return PLACE.matcher(told)
                .replaceAll(place -> Matcher.quoteReplacement(texts.getOrDefault(place.group(1), place.group())));
    }

    private static Map<String, String> texts(JsonObject product, String site) {
        String title = product.getString("title");
        String image = product.getString("image");
        String description = product.getString("description", "");
        String picture = image.startsWith("/") && !image.startsWith("//") ? site + image : image;
        String url = site + "/products/" + product.getLong("id");
        return Map.of(
                "title", Markup.escaped(title),
                "apart", Markup.escaped(apart(title)),
                "image", Markup.escaped(image),
                "picture", Markup.escaped(picture),
                "description", Markup.escaped(description),
                "summary", Markup.escaped(summary(description.isBlank() ? title : description)),
                "url", Markup.escaped(url),
                "product", Markup.data(product),
                "linkedData", Markup.data(linkedData(product, picture, url)));
    }

    /** As {@code apart} in strings.js: it turns nothing that is around it. */
    private static String apart(String title) {
        char[] signs = title.toCharArray();
        return Bidi.requiresBidi(signs, 0, signs.length)
                ? "\u2068" + title.replaceAll("[\u2066-\u2069]", "") + "\u2069"
                : title;
    }

    private static String summary(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SUMMARY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUMMARY)) + "…";
    }

    private static JsonObject linkedData(JsonObject product, String picture, String url) {
        return new JsonObject()
                .put("@context", "https://schema.org")
                .put("@type", "Product")
                .put("name", product.getString("title"))
                .put("description", product.getString("description"))
                .put("image", picture)
                .put("sku", product.getLong("id").toString())
                .put("url", url)
                .put(
                        "interactionStatistic",
                        new JsonObject()
                                .put("@type", "InteractionCounter")
                                .put("interactionType", "https://schema.org/LikeAction")
                                .put("userInteractionCount", product.getLong("likes")));
    }
}
