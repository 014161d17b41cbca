package io.likewire.contracts.products;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Which products of the catalogue, and which page of them.
 *
 * @param sort the order
 * @param search null for all products
 * @param ids at most 100; unknown ones are left out. Where there are any, all else but the order is ignored
 * @param after null for the first page
 * @param limit 1 to 500
 * @param total whether to count the products of all pages
 */
public record ProductQuery(
        ProductSort sort, SearchText search, List<Long> ids, ProductPosition after, int limit, boolean total) {
    public static final int LIMIT_MAX = 500;
    public static final int IDS_MAX = 100;

    /** The first products, by id. */
    public static ProductQuery first(int limit) {
        return new ProductQuery(ProductSort.ID, null, List.of(), null, limit, false);
    }

    public ProductQuery after(ProductPosition position) {
        return new ProductQuery(sort, search, ids, position, limit, total);
    }

    public boolean isValid() {
        return limit >= 1
                && limit <= LIMIT_MAX
                && ids.size() <= IDS_MAX
                && (after == null || after.id() > 0 && sort.understands(after.key()));
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("sort", sort.wireName())
                .put("limit", limit)
                .put("total", total);
        if (search != null) {
            json.put("q", search.text());
        }
        if (!ids.isEmpty()) {
            json.put("ids", new JsonArray(List.copyOf(ids)));
        }
        return after == null ? json : json.put("afterKey", after.key()).put("afterId", after.id());
    }

    static ProductQuery fromJson(JsonObject json) {
        String q = json.getString("q");
        Long afterId = json.getLong("afterId");
        return new ProductQuery(
                ProductSort.ofWireName(json.getString("sort")).orElseThrow(),
                q == null ? null : SearchText.parse(q),
                json.getJsonArray("ids", new JsonArray()).stream()
                        .map(id -> ((Number) id).longValue())
                        .toList(),
                afterId == null ? null : new ProductPosition(json.getString("afterKey"), afterId),
                json.getInteger("limit"),
                json.getBoolean("total"));
    }
}
