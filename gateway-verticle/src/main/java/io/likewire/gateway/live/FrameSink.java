package io.likewire.gateway.live;

/** One browser's socket, as far as writing goes. */
interface FrameSink {
    void write(Frame frame);

    /** Whether more would only pile up here. */
    boolean full();

    /** Runs once there is room again, at most once for each call. */
    void whenDrained(Runnable action);

    void close(int code, String reason);
}
