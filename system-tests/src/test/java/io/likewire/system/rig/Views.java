package io.likewire.system.rig;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that there is to see of how often one product is liked.
 *
 * @param listed in {@code GET /api/products}; -1 without an answer
 * @param shown on the open pages
 */
public record Views(long product, long rows, long counted, long projected, long listed, Set<Long> shown) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    public static List<Views> of(Cluster cluster, List<Watcher> watchers, List<Long> products) {
        List<JsonObject> list = list(cluster.rest());
        Map<Long, Long> rows = cluster.likesDatabase().rows();
        Map<Long, Long> counted = cluster.likesDatabase().counts();
        Map<Long, Long> projected = cluster.productsDatabase().counts();
        return products.stream()
                .map(product -> new Views(
                        product,
                        rows.getOrDefault(product, 0L),
                        counted.getOrDefault(product, -1L),
                        projected.getOrDefault(product, -1L),
                        listed(list, product),
                        shown(watchers, product)))
                .toList();
    }

    private static Set<Long> shown(List<Watcher> watchers, long product) {
        return watchers.stream()
                .filter(watcher -> watcher.watches(product))
                .map(watcher -> watcher.shownLikes(product))
                .collect(Collectors.toSet());
    }

    /** Page by page: other tests may have made many before. */
    private static List<JsonObject> list(Rest rest) {
        List<JsonObject> all = new ArrayList<>();
        for (String next = "/api/products?limit=500"; next != null; ) {
            Reply page = rest.get(next);
            if (page.status() != 200) {
                return List.of();
            }
            page.array().stream().map(JsonObject.class::cast).forEach(all::add);
            next = following(page);
        }
        return all;
    }

    private static String following(Reply page) {
        String link = page.headers().firstValue("Link").orElse("");
        Matcher next = NEXT.matcher(link);
        return next.find() ? next.group(1) : null;
    }

    private static long listed(List<JsonObject> list, long product) {
        return list.stream()
                .filter(entry -> entry.getLong("id") == product)
                .map(entry -> entry.getLong("likes"))
                .findFirst()
                .orElse(-1L);
    }

    public boolean agree() {
        return counted == rows
                && projected == rows
                && listed == rows
                && shown.stream().allMatch(count -> count == rows);
    }

    /** By how much the highest count is above the rows. */
    public long surplus() {
        long highest = Math.max(Math.max(counted, projected), listed);
        return Math.max(0, shown.stream().reduce(highest, Math::max) - rows);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "product %d: expected %d everywhere, as there are rows, but counted %d, projected %d, listed %d, shown %s",
                product,
                rows,
                counted,
                projected,
                listed,
                shown);
    }
}
