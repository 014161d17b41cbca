package io.likewire.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what is held for one connection: what waits for a peer that does not read, and the heads of its requests until they are
 * answered. 8 MB at most; of what waits the peer has to take 32 KB within each deadline. Who does not is cut. Costs next to
 * nothing while the system takes what is written.
 */
final class HeldBytes extends ChannelDuplexHandler {
    private static final int MOST = 8 * 1024 * 1024;

    /** Of the sum of all connections: so little is no more than a connection takes itself. */
    private static final int NEGLIGIBLE = 8 * 1024;

    /** Of heads and answers to pings: HTTP/2 keeps everything else back while the buffer is full. */
    private static final int MOST_BUFFERED_OF_HTTP2 = 128 * 1024;

    /** Each ping of a WebSocket waits for its pong outside Netty's buffer, so what makes pongs is counted. */
    private static final int MOST_SAID_MEANWHILE = 128 * 1024;

    private final long millisBetweenChecks;
    private DrainRate pace = new DrainRate();
    private final HeldTotal total;
    private ChannelHandlerContext context;
    private Future<?> check;
    private int saidMeanwhile;
    private long held;
    private boolean multiplexed;
    private boolean isCut;

    /** @param deadline for a peer to take some of what waits */
    HeldBytes(Duration deadline, HeldTotal total) {
        this.millisBetweenChecks = DrainRate.millisBetweenChecks(deadline);
        this.total = total;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        // one request may be sent there while another one is answered
        multiplexed = context.pipeline().get(Http2ConnectionHandler.class) != null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (context.channel().isWritable()) {
            saidMeanwhile = 0;
        } else if (message instanceof ByteBuf bytes) {
            saidMeanwhile += bytes.readableBytes();
            if (multiplexed ? buffered() > MOST_BUFFERED_OF_HTTP2 : saidMeanwhile > MOST_SAID_MEANWHILE) {
                ReferenceCountUtil.release(message);
                cut();
                return;
            }
        }
        context.fireChannelRead(message);
    }

    /** What the system has not taken waits, even while there is room for more of it. */
    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        tellTotal();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            taken();
        } else if (check == null) {
            checkLater();
            tellTotal();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        held = 0;
        taken();
        context.fireChannelInactive();
    }

    /** Heads of requests, and what HTTP/2 keeps back because the peer's window has no room, while the buffer stays empty. */
    void hold(long more) {
        held += more;
        if (isCut || !context.channel().isOpen()) {
            return;
        }
        if (more > 0 && waiting() > MOST) {
            cut();
        } else {
            tellTotal();
        }
    }

    /** At once, whatever waits: past Vert.x, which would wait until everything is written, and without lingering. */
    void cut() {
        total.taken(this);
        if (isCut || !context.channel().isOpen()) {
            return;
        }
        isCut = true;
        Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
        if (http2 != null) {
            // otherwise each frame that fails is told to each open stream
            http2.connection().close(context.executor().newPromise());
        }
        if (context.channel().isOpen()) {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }
    }

    private void checkLater() {
        long before = buffered();
        check = context.executor()
                .schedule(
                        () -> {
                            if (pace.isTooSlow(true, before - buffered())) {
                                cut();
                            } else {
                                checkLater();
                            }
                        },
                        millisBetweenChecks,
                        TimeUnit.MILLISECONDS);
    }

    private void taken() {
        if (check != null) {
            check.cancel(false);
            check = null;
            pace = new DrainRate();
        }
        // the last in the row again
        total.taken(this);
        tellTotal();
    }

    private void tellTotal() {
        if (isCut) {
            return;
        }
        if (waiting() < NEGLIGIBLE) {
            total.taken(this);
        } else {
            total.waits(this, waiting());
        }
    }

    /** So many bytes, now. */
    long waiting() {
        return held + buffered();
    }

    private long buffered() {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }
}
