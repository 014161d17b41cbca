package io.likewire.contracts.push;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changed counts from the likes side to every gateway: best effort, versioned, healed by the next message or by a
 * question. One message holds at most {@link #MAX_COUNTS}, so that it stays far below 16 KB.
 */
public final class LikePush {
    public static final int MAX_COUNTS = 200;

    private LikePush() {}

    public static void publish(Vertx vertx, Collection<LikeCount> counts) {
        JsonArray body = new JsonArray(counts.stream().map(LikeCount::toJson).toList());
        vertx.eventBus().publish(Addresses.PUSH_LIKES, body);
    }

    public static MessageConsumer<JsonArray> subscribe(Vertx vertx, Consumer<List<LikeCount>> counts) {
        return vertx.eventBus()
                .consumer(
                        Addresses.PUSH_LIKES,
                        message -> counts.accept(message.body().stream()
                                .map(count -> LikeCount.fromJson((JsonObject) count))
                                .toList()));
    }
}
