package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;

/** Frames in the form of the Vert.x event bus bridge. Counts are numbers only, so no JSON library is needed. */
final class Frames {
    static final String PRODUCT_PREFIX = "likes.";
    static final String FEED = "likes";
    static final Frame PONG = Frame.ofJson(Buffer.buffer("{\"type\":\"pong\"}"));

    private Frames() {}

    static Buffer product(LikeCount count) {
        return Buffer.buffer("{\"type\":\"rec\",\"address\":\"" + PRODUCT_PREFIX + count.productId() + "\",\"body\":"
                + print(count) + "}");
    }

    static Buffer event(LikeCount count) {
        return Buffer.buffer("id: " + count.version() + "\ndata: " + print(count) + "\n\n");
    }

    static Frame feed(Collection<LikeCount> counts) {
        return Frame.ofJson(Buffer.buffer(counts.stream()
                .map(Frames::print)
                .collect(Collectors.joining(",", "{\"type\":\"rec\",\"address\":\"" + FEED + "\",\"body\":[", "]}"))));
    }

    static Frame error(String reason) {
        return Frame.ofJson(
                new JsonObject().put("type", "err").put("body", reason).toBuffer());
    }

    private static String print(LikeCount count) {
        return "{\"productId\":" + count.productId() + ",\"likes\":" + count.likes() + ",\"version\":" + count.version()
                + "}";
    }
}
