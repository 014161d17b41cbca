package io.likewire.gateway.edge;

import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes parts of bodies, and frames, out of pooled memory. Vert.x keeps those that come while a connection is paused, and forgets
 * them when it ends: the pool would never have them back. It would copy each of them itself otherwise.
 */
@ChannelHandler.Sharable
final class HeapContents extends ChannelInboundHandlerAdapter {
    static final HeapContents INSTANCE = new HeapContents();

    private HeapContents() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBufHolder pooled && pooled.content().isReadable()) {
            ByteBufHolder copy = pooled.replace(Unpooled.copiedBuffer(pooled.content()));
            pooled.release();
            context.fireChannelRead(copy);
        } else {
            context.fireChannelRead(message);
        }
    }
}
