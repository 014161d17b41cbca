package io.likewire.contracts.likes;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A product that somebody likes.
 *
 * @param likedAt since when
 */
public record LikedProduct(LikeCount count, Instant likedAt) {
    public JsonObject toJson() {
        return new LikeState(count, true).toJson().put("likedAt", likedAt.toString());
    }
}
