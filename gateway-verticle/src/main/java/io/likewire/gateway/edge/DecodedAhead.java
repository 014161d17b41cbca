package io.likewire.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Bounds what Vert.x keeps of an HTTP/1 connection while it answers another request, or reads nothing more. One read may hold
 * thousands of requests or parts of bodies, each many times as large as an object: so requests that wait are few, those of a
 * connection that only listens none, and the small parts of one read are one part. What heads take is counted, until their requests are
 * answered. All that is kept leaves pooled memory, which would never have it back from a connection that ends.
 */
final class DecodedAhead extends ChannelDuplexHandler {
    private static final int MOST_REQUESTS = 8;

    /** Of a request that nobody reads, Vert.x keeps sixteen parts before it stops reading. */
    private static final int PART = 32 * 1024;

    private final BoundedRequestDecoder decoder;
    private final HeldBytes bytes;
    private final Deque<Integer> heads = new ArrayDeque<>();
    private int underWay;
    private int running;
    private boolean listening;
    private boolean isCut;
    private ByteBuf parts;

    /** @param bytes of the connection */
    DecodedAhead(BoundedRequestDecoder decoder, HeldBytes bytes) {
        this.decoder = decoder;
        this.bytes = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isCut) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            begun(context, request);
        } else if (message instanceof HttpContent part && !(message instanceof LastHttpContent)) {
            gather(part.content());
            part.release();
            if (parts.readableBytes() >= PART) {
                passParts(context);
            }
        } else {
            decoder.read();
            pass(context, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        passParts(context);
        int now = RequestHead.weight(decoder.fields(), 0);
        if (now != underWay) {
            bytes.hold(now - underWay);
            underWay = now;
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            running--;
            letGo();
        } else if (message instanceof HttpResponse head && isUpgrade(head)) {
            letGo();
        }
        context.write(message, promise);
    }

    /** Its answer does not end, so another request would wait for ever. */
    void listensOnly(ChannelHandlerContext context) {
        listening = true;
        letGo();
        cutIfCrowded(context);
    }

    private void letGo() {
        Integer head = heads.poll();
        if (head != null) {
            bytes.hold(-head);
        }
    }

    private void begun(ChannelHandlerContext context, HttpRequest request) {
        decoder.read();
        running++;
        if (cutIfCrowded(context)) {
            return;
        }
        int head = weight(request.headers());
        heads.add(head);
        bytes.hold(head);
        pass(context, request);
    }

    private boolean cutIfCrowded(ChannelHandlerContext context) {
        if (running > (listening ? 1 : MOST_REQUESTS)) {
            isCut = true;
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }
        return isCut;
    }

    private static int weight(HttpHeaders headers) {
        int fields = 0;
        int text = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = all.next();
            fields++;
            text += field.getKey().length() + field.getValue().length();
        }
        return RequestHead.weight(fields, text);
    }

    private static boolean isUpgrade(HttpResponse head) {
        return head.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void gather(ByteBuf part) {
        if (parts == null) {
            parts = Unpooled.buffer(part.readableBytes());
        }
        parts.writeBytes(part);
    }

    private void passParts(ChannelHandlerContext context) {
        if (parts != null) {
            ByteBuf whole = parts;
            parts = null;
            context.fireChannelRead(new DefaultHttpContent(whole));
        }
    }

    private void pass(ChannelHandlerContext context, Object message) {
        passParts(context);
        if (message instanceof ByteBufHolder pooled && pooled.content().isReadable()) {
            ByteBufHolder copy = pooled.replace(Unpooled.copiedBuffer(pooled.content()));
            pooled.release();
            context.fireChannelRead(copy);
        } else {
            context.fireChannelRead(message);
        }
    }
}
