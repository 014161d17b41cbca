package io.likewire.contracts.likes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Products that likes-verticle has heard of, a page of them in order of id.
 *
 * @param living those that may be liked
 * @param deleted those that were deleted, for good
 * @param lastId where the next page begins; null after the last one
 * @param highestId the highest of all that it has heard of, on this page or not; 0 for none
 */
public record KnownProducts(List<Long> living, List<Long> deleted, Long lastId, long highestId) {
    JsonObject toJson() {
        return new JsonObject()
                .put("living", new JsonArray(List.copyOf(living)))
                .put("deleted", new JsonArray(List.copyOf(deleted)))
                .put("lastId", lastId)
                .put("highestId", highestId);
    }

    static KnownProducts fromJson(JsonObject json) {
        return new KnownProducts(
                ids(json.getJsonArray("living")),
                ids(json.getJsonArray("deleted")),
                json.getLong("lastId"),
                json.getLong("highestId"));
    }

    private static List<Long> ids(JsonArray array) {
        return array.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
