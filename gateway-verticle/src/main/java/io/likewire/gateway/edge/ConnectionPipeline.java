package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Netty handlers that each connection gets, for what Vert.x has no option. */
public final class ConnectionPipeline {
    private static final String DECODER = "httpDecoder";

    private ConnectionPipeline() {}

    // Vert.x takes every close of the channel for a polite one, which waits until everything is written: a peer that
    // doesn't read puts that off for ever. So past Vert.x; and without lingering the system drops what it holds, too.
    public static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase base && base.channel().isOpen()) {
            base.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            close(base);
        }
    }

    /** Past Vert.x, which would wait until the request is whole. */
    static void close(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            close(base);
        }
    }

    private static void close(ConnectionBase base) {
        ChannelHandlerContext first = base.channel().pipeline().firstContext();
        // a channel that has closed meanwhile has none
        if (first != null) {
            first.close();
        }
    }

    /** @param bytes what its requests take is counted there @return false for connections that are no HTTP/1 ones */
    static boolean guardHeads(HttpConnection connection, ChannelHandler guard, HeldBytes bytes) {
        if (connection instanceof ConnectionBase base
                && base.channel().pipeline().get(DECODER) != null) {
            ChannelPipeline pipeline = base.channel().pipeline();
            BoundedRequestDecoder decoder = new BoundedRequestDecoder();
            pipeline.replace(DECODER, DECODER, decoder);
            pipeline.addBefore(DECODER, "headDeadline", guard);
            pipeline.addBefore("handler", "decodedAhead", new DecodedAhead(decoder, bytes));
            return true;
        }
        return false;
    }

    /** Counts what waits for the peer, after an upgrade too. @return what HTTP/2 keeps back; null for other versions */
    static Http2HeldBytes boundHeld(HttpConnection connection, HeldBytes bound, Duration deadline) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            pipeline.addFirst("heldBytes", bound);
            ChannelHandlerContext http2 = pipeline.context(Http2ConnectionHandler.class);
            if (http2 != null) {
                Http2ConnectionHandler handler = (Http2ConnectionHandler) http2.handler();
                Http2HeldBytes bytes = Http2HeldBytes.of(handler, http2, bound, deadline);
                guardFrames(connection, handler, bytes);
                return bytes;
            }
        }
        return null;
    }

    private static void guardFrames(HttpConnection connection, Http2ConnectionHandler handler, Http2HeldBytes bytes) {
        try {
            Http2FrameRules.guard(handler, (Http2FrameListener) connection, bytes);
        } catch (Http2Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on: until there was a connection a peer had less time. */
    static void closeWhenSilent(HttpConnection connection, Duration silence) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.replace(
                        IdleStateHandler.class,
                        "idle",
                        new IdleStateHandler(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS));
            }
        }
    }

    /** For a peer that only listens: its silence means nothing, and it has nothing more to say. */
    public static void listensOnly(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
            ChannelHandlerContext ahead = pipeline.context(DecodedAhead.class);
            if (ahead != null) {
                ((DecodedAhead) ahead.handler()).listensOnly(ahead);
            }
        }
    }
}
