package io.likewire.gateway.push;

import io.vertx.core.buffer.Buffer;

/** One browser's socket, as far as writing goes. */
interface Sink {
    void write(Buffer frame);

    /** Whether more would only pile up here. */
    boolean full();

    /** Runs once there is room again, at most once for each call. */
    void whenDrained(Runnable action);

    void close(int code, String reason);
}
