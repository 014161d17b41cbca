package io.likewire.contracts.likes;

import io.vertx.core.json.JsonObject;

/**
 * How many like a product. The highest version is the newest; versions are opaque and never consecutive.
 *
 * @param version epoch microseconds or more, below 2^53; 0 before the first like
 */
public record LikeCount(long productId, long likes, long version) {
    public JsonObject toJson() {
        return new JsonObject().put("productId", productId).put("likes", likes).put("version", version);
    }

    public static LikeCount fromJson(JsonObject json) {
        return new LikeCount(json.getLong("productId"), json.getLong("likes"), json.getLong("version"));
    }
}
