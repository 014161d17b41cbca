package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.buffer.Buffer;

/** What a socket is told at once: printed once for each kind of socket, however many there are. */
final class Frame {
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

    /** For WebSockets alone. */
    static Frame ofJson(Buffer json) {
        return new Frame(null, json, null);
    }

    /** For event streams alone. */
    static Frame ofEvent(Buffer event) {
        return new Frame(null, null, event);
    }

    /** As a frame of the Vert.x event bus bridge. */
    Buffer json() {
        if (json == null) {
            json = Frames.product(count);
        }
        return json;
    }

    /** As a server-sent event. */
    Buffer event() {
        if (event == null) {
            event = Frames.event(count);
        }
        return event;
    }

    /** Of the count; greater than any when this is about no product. */
    long version() {
        return count == null ? NO_VERSION : count.version();
    }
}
