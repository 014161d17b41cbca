package io.likewire.contracts.likes;

import io.vertx.core.json.JsonObject;

/**
 * A count, and whether the caller is among those who like it ({@code false} for a caller without identity).
 */
public record LikeState(LikeCount count, boolean liked) {
    public JsonObject toJson() {
        return count.toJson().put("liked", liked);
    }

    static LikeState fromJson(JsonObject json) {
        return new LikeState(LikeCount.fromJson(json), json.getBoolean("liked"));
    }
}
