package io.likewire.contracts.likes;

import io.vertx.core.json.JsonObject;

/**
 * What came of a like or unlike.
 *
 * @param changed whether this command changed anything; the repeat of a like answers what the first one did
 * @param count the product's count after it
 */
public record LikeOutcome(boolean liked, boolean changed, LikeCount count) {
    JsonObject toJson() {
        return count.toJson().put("liked", liked).put("changed", changed);
    }

    static LikeOutcome fromJson(JsonObject json) {
        return new LikeOutcome(json.getBoolean("liked"), json.getBoolean("changed"), LikeCount.fromJson(json));
    }
}
