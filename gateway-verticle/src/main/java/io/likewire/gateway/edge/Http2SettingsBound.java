package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Settings;

/**
 * What a client may ask of the gateway's memory by SETTINGS: a table of header fields of the usual 4 KB for its answers, not as
 * large as the client says, and no endless change of it.
 */
final class Http2SettingsBound extends Http2FrameListenerDecorator {
    private static final long TABLE = 4_096;
    private static final int MOST_FRAMES = 100;
    private final Http2HeadersEncoder.Configuration headers;
    private int frames;

    private Http2SettingsBound(Http2FrameListener next, Http2ConnectionHandler handler) {
        super(next);
        this.headers = handler.encoder().configuration().headersConfiguration();
    }

    /** The first SETTINGS have been read by now. */
    static void guard(Http2ConnectionHandler handler, Http2FrameListener next) throws Http2Exception {
        Http2SettingsBound bound = new Http2SettingsBound(next, handler);
        bound.shrinkTable();
        handler.decoder().frameListener(bound);
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        frames++;
        if (frames > MOST_FRAMES) {
            throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "More SETTINGS than a client needs");
        }
        shrinkTable();
        super.onSettingsRead(context, settings);
    }

    private void shrinkTable() throws Http2Exception {
        if (headers.maxHeaderTableSize() > TABLE) {
            headers.maxHeaderTableSize(TABLE);
        }
    }
}
