package io.likewire.gateway.live;

import io.likewire.gateway.edge.ConnectionPipeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;

/**
 * A SockJS socket as a sink. The raw transport knows when its queue is full. The framed one forgets what it has handed
 * to the connection, so there the bytes under way are counted here.
 */
final class SockJsSink implements FrameSink {
    private static final int QUEUE_MAX = 32 * 1024;
    private static final String RAW = "/eventbus/websocket";
    private final SockJSSocket socket;
    private final Timers timers;
    private final Duration farewell;
    private final boolean raw;
    private int underWay;
    private Runnable drained;

    SockJsSink(SockJSSocket socket, Timers timers, Duration farewell) {
        this.socket = socket;
        this.timers = timers;
        this.farewell = farewell;
        this.raw = socket.routingContext().request().path().equals(RAW);
        socket.setWriteQueueMaxSize(QUEUE_MAX);
    }

    @Override
    public void write(Frame news) {
        Buffer frame = news.json();
        if (raw) {
            socket.write(frame);
            return;
        }
        underWay += frame.length();
        socket.write(frame).onComplete(written -> {
            underWay -= frame.length();
            if (drained != null && underWay < QUEUE_MAX / 2) {
                Runnable action = drained;
                drained = null;
                action.run();
            }
        });
    }

    @Override
    public boolean full() {
        try {
            return raw ? socket.writeQueueFull() : underWay >= QUEUE_MAX;
        } catch (IllegalStateException closing) {
            return true;
        }
    }

    @Override
    public void whenDrained(Runnable action) {
        if (!raw) {
            drained = action;
            return;
        }
        try {
            socket.drainHandler(room -> action.run());
        } catch (IllegalStateException closing) {
            // its close handler comes next, and there is nothing to drain
        }
    }

    @Override
    public void close(int code, String reason) {
        timers.after(
                farewell,
                () -> ConnectionPipeline.cut(socket.routingContext().request().connection()));
        socket.close(code, reason);
    }
}
