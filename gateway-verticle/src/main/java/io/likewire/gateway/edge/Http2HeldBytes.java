package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts what waits because a peer's HTTP/2 windows are closed, and resets streams whose peer takes less than 32 KB within the
 * deadline. Stands before Netty's flow controller, which tells what is taken. Vert.x keeps answers back until a window opens,
 * so a whole answer counts from its head on. The bytes count as those of their connection: {@link HeldBytes}.
 */
final class Http2HeldBytes extends ForwardingFlowController {
    /** Vert.x allows 100, which Netty enforces once the peer has acknowledged it. */
    private static final int MOST_STREAMS = 128;

    private final Http2ConnectionHandler handler;
    private final ChannelHandlerContext context;
    private final Http2Connection.PropertyKey key;
    private final HeldBytes connection;
    private final long checkMillis;
    private boolean checking;

    private Http2HeldBytes(
            Http2ConnectionHandler handler, ChannelHandlerContext context, HeldBytes connection, Duration deadline) {
        super(handler.encoder().flowController());
        this.handler = handler;
        this.context = context;
        this.key = handler.connection().newKey();
        this.connection = connection;
        this.checkMillis = DrainRate.millisBetweenChecks(deadline);
    }

    /** From now on the connection's bytes are counted. */
    static Http2HeldBytes of(
            Http2ConnectionHandler handler, ChannelHandlerContext context, HeldBytes connection, Duration deadline) {
        Http2HeldBytes bytes = new Http2HeldBytes(handler, context, connection, deadline);
        handler.connection().remote().flowController(bytes);
        handler.connection().addListener(bytes.new Closed());
        return bytes;
    }

    /** Whether there is one more stream than a peer may open; then the connection is cut. */
    boolean isCrowded() {
        boolean crowded = handler.connection().numActiveStreams() > MOST_STREAMS;
        if (crowded) {
            connection.cut();
        }
        return crowded;
    }

    /** A head has been read, or the trailers of a body. It is there as long as its stream. @param weight in bytes */
    void headRead(int streamId, int weight) {
        Http2Stream stream = handler.connection().stream(streamId);
        if (stream != null) {
            of(stream).head += weight;
            connection.hold(weight);
        }
    }

    /** Its request goes on without. */
    void headLetGo(int streamId) {
        Http2Stream stream = handler.connection().stream(streamId);
        if (stream != null) {
            letGo(of(stream));
        }
    }

    private void letGo(StreamBytes bytes) {
        connection.hold(-bytes.head);
        bytes.head = 0;
    }

    /** An answer begins. @param length of its body; 0 when it comes in parts, which wait with whoever writes them */
    void answered(int streamId, long length) {
        Http2Stream stream = handler.connection().stream(streamId);
        if (stream != null) {
            StreamBytes bytes = of(stream);
            bytes.isAnswered = true;
            bytes.isWhole = length > 0;
            count(bytes, length);
        }
    }

    @Override
    public void addFlowControlled(Http2Stream stream, FlowControlled frame) {
        StreamBytes bytes = of(stream);
        int size = bytes.isWhole ? 0 : frame.size();
        super.addFlowControlled(stream, new Counted(frame, bytes));
        count(bytes, size);
    }

    private StreamBytes of(Http2Stream stream) {
        StreamBytes bytes = stream.getProperty(key);
        if (bytes == null) {
            bytes = new StreamBytes();
            stream.setProperty(key, bytes);
        }
        return bytes;
    }

    private void count(StreamBytes bytes, long more) {
        bytes.unsent += more;
        connection.hold(more);
        if (!checking) {
            checkLater();
        }
    }

    private void checkLater() {
        checking = true;
        context.executor().schedule(() -> check(), checkMillis, TimeUnit.MILLISECONDS);
    }

    private void check() {
        checking = false;
        if (handler.connection().numActiveStreams() == 0 || !context.channel().isActive()) {
            return;
        }
        checkLater();
        try {
            handler.connection().forEachActiveStream(this::check);
        } catch (Http2Exception e) {
            connection.cut();
        }
        context.flush();
    }

    private boolean check(Http2Stream stream) {
        StreamBytes bytes = stream.getProperty(key);
        if (bytes != null && bytes.isStuck(isWritable(stream))) {
            handler.resetStream(context, stream.id(), Http2Error.ENHANCE_YOUR_CALM.code(), context.newPromise());
        }
        return true;
    }

    private final class Closed extends Http2ConnectionAdapter {
        @Override
        public void onStreamClosed(Http2Stream stream) {
            StreamBytes bytes = stream.getProperty(key);
            if (bytes != null) {
                count(bytes, -bytes.unsent);
                letGo(bytes);
            }
        }
    }

    /** Of one stream. */
    private static final class StreamBytes {
        private long head;
        private long unsent;
        private long taken;
        private boolean isAnswered;
        private boolean isWhole;
        private final DrainRate pace = new DrainRate();

        boolean isStuck(boolean hasRoom) {
            boolean stuck = pace.isTooSlow(unsent > 0 || isAnswered && !hasRoom, taken);
            taken = 0;
            return stuck;
        }
    }

    /** A frame that is taken out of the count as it is written. */
    private final class Counted implements FlowControlled {
        private final FlowControlled frame;
        private final StreamBytes bytes;

        Counted(FlowControlled frame, StreamBytes bytes) {
            this.frame = frame;
            this.bytes = bytes;
        }

        @Override
        public int size() {
            return frame.size();
        }

        @Override
        public void error(ChannelHandlerContext context, Throwable cause) {
            left(bytes, frame.size());
            frame.error(context, cause);
        }

        @Override
        public void writeComplete() {
            frame.writeComplete();
        }

        @Override
        public void write(ChannelHandlerContext context, int allowedBytes) {
            int before = frame.size();
            frame.write(context, allowedBytes);
            int written = before - frame.size();
            bytes.taken += written;
            left(bytes, written);
        }

        /** Never less than nothing: an answer may be longer than it said. */
        private void left(StreamBytes bytes, int size) {
            count(bytes, -Math.min(size, bytes.unsent));
        }

        @Override
        public boolean merge(ChannelHandlerContext context, FlowControlled next) {
            return frame.merge(context, ((Counted) next).frame);
        }
    }
}
