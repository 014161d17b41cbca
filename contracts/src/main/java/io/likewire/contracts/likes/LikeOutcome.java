package io.likewire.contracts.likes;

import io.vertx.core.json.JsonObject;

/**
 * What came of a like or unlike.
 *
 * @param changed whether this command changed anything; the repeat of a like answers what the first one did
 * @param count the product's count after it
 * @param replayed whether this is what an earlier request with the same idempotency key came to
 */
public record LikeOutcome(boolean liked, boolean changed, LikeCount count, boolean replayed) {
    public LikeOutcome(boolean liked, boolean changed, LikeCount count) {
        this(liked, changed, count, false);
    }

    public LikeOutcome replay() {
        return new LikeOutcome(liked, changed, count, true);
    }

    public JsonObject toJson() {
        JsonObject json = count.toJson().put("liked", liked).put("changed", changed);
        return replayed ? json.put("replayed", true) : json;
    }

    public static LikeOutcome fromJson(JsonObject json) {
        return new LikeOutcome(
                json.getBoolean("liked"),
                json.getBoolean("changed"),
                LikeCount.fromJson(json),
                json.getBoolean("replayed", false));
    }
}
