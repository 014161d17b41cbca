package io.likewire.gateway.live;

import io.likewire.gateway.edge.ConnectionPipeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/** A stream of server-sent events as a sink. */
final class EventStreamSink implements FrameSink {
    private static final int QUEUE_MAX = 32 * 1024;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Timers timers;
    private final Duration farewell;
    private final long known;

    /** @param known counts up to this version are not told; -1 for none, as 0 is that of a product that nobody ever liked */
    EventStreamSink(HttpServerRequest request, Timers timers, Duration farewell, long known) {
        this.request = request;
        this.response = request.response();
        this.timers = timers;
        this.farewell = farewell;
        this.known = known;
        response.setWriteQueueMaxSize(QUEUE_MAX);
    }

    /** The head, and something that proxies can pass on. */
    void begin(Buffer first) {
        if (request.version() == HttpVersion.HTTP_1_1) {
            ConnectionPipeline.listensOnly(request.connection());
        }
        response.setChunked(true).write(first);
    }

    @Override
    public void write(Frame frame) {
        if (frame.version() > known) {
            response.write(frame.event());
        }
    }

    @Override
    public boolean full() {
        return response.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable action) {
        response.drainHandler(room -> action.run());
    }

    @Override
    public void close(int code, String reason) {
        if (response.ended()) {
            return;
        }
        timers.after(farewell, this::cut);
        response.end().onSuccess(ended -> hangUp());
    }

    private void hangUp() {
        if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
        }
    }

    private void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            ConnectionPipeline.cut(request.connection());
        }
    }
}
