package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a socket is told at once: printed once for each kind of socket, however many there are. WebSockets get the form of the
 * Vert.x event bus bridge. Counts are numbers only, so no JSON library is needed.
 */
final class Frame {
    static final String PRODUCT_PREFIX = "likes.";
    static final String FEED = "likes";
    static final Frame PONG = ofJson(Buffer.buffer("{\"type\":\"pong\"}"));
    private static final long NO_VERSION = Long.MAX_VALUE;
    private final LikeCount count;
    private Buffer json;
    private Buffer event;

    private Frame(LikeCount count, Buffer json, Buffer event) {
        this.count = count;
        this.json = json;
        this.event = event;
    }

    static Frame of(LikeCount count) {
        return new Frame(count, null, null);
    }

    /** For event streams alone. */
    static Frame ofEvent(Buffer event) {
        return new Frame(null, null, event);
    }

    private static Frame ofJson(Buffer json) {
        return new Frame(null, json, null);
    }

    /** For WebSockets alone. */
    static Frame feed(Collection<LikeCount> counts) {
        return ofJson(Buffer.buffer(counts.stream()
                .map(Frame::print)
                .collect(Collectors.joining(",", "{\"type\":\"rec\",\"address\":\"" + FEED + "\",\"body\":[", "]}"))));
    }

    /** For WebSockets alone. */
    static Frame error(String reason) {
        return ofJson(new JsonObject().put("type", "err").put("body", reason).toBuffer());
    }

    /** For WebSockets. */
    Buffer json() {
        if (json == null) {
            json = Buffer.buffer("{\"type\":\"rec\",\"address\":\"" + PRODUCT_PREFIX + count.productId()
                    + "\",\"body\":" + print(count) + "}");
        }
        return json;
    }

    /** As a server-sent event. */
    Buffer event() {
        if (event == null) {
            event = Buffer.buffer("id: " + count.version() + "\ndata: " + print(count) + "\n\n");
        }
        return event;
    }

    /** Of the count; greater than any when this is about no product. */
    long version() {
        return count == null ? NO_VERSION : count.version();
    }

    private static String print(LikeCount count) {
        return "{\"productId\":" + count.productId() + ",\"likes\":" + count.likes() + ",\"version\":" + count.version()
                + "}";
    }
}
