package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Cuts an HTTP/1 connection whose request head is not whole in time: what comes byte by byte is not silent, so that no idle
 * limit finds it. Costs nothing while heads arrive in one piece.
 */
final class HeaderTimeout extends ChannelInboundHandlerAdapter {
    private final long millis;
    private Future<?> cut;
    private boolean running;
    private int heads;

    HeaderTimeout(Duration deadline) {
        this.millis = deadline.toMillis();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        start(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        int before = heads;
        context.fireChannelRead(bytes);
        if (!running && cut == null && heads == before) {
            start(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** A head is whole. */
    void begun() {
        heads++;
        running = true;
        stop();
    }

    /** Its request is answered. */
    void answered() {
        running = false;
    }

    private void start(ChannelHandlerContext context) {
        cut = context.executor().schedule(() -> context.close(), millis, TimeUnit.MILLISECONDS);
    }

    private void stop() {
        if (cut != null) {
            cut.cancel(false);
            cut = null;
        }
    }
}
