package io.likewire.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A socket that remembers, and that can refuse to read. */
final class RecordingSink implements FrameSink {
    final List<Buffer> frames = new ArrayList<>();
    boolean full;
    Integer closedWith;
    private Runnable drained;

    @Override
    public void write(Frame frame) {
        frames.add(frame.json());
    }

    @Override
    public boolean full() {
        return full;
    }

    @Override
    public void whenDrained(Runnable action) {
        drained = action;
    }

    @Override
    public void close(int code, String reason) {
        closedWith = code;
    }

    void drain() {
        full = false;
        drained.run();
    }

    JsonObject json(int index) {
        return frames.get(index).toJsonObject();
    }

    /** The likes in the frames of one product, in order. */
    List<Long> likes() {
        return frames.stream()
                .map(frame -> frame.toJsonObject().getJsonObject("body").getLong("likes"))
                .toList();
    }

    /** The ids in one frame of the feed. */
    List<Long> feedIds(int index) {
        JsonArray body = json(index).getJsonArray("body");
        return body.stream()
                .map(count -> ((JsonObject) count).getLong("productId"))
                .toList();
    }
}
