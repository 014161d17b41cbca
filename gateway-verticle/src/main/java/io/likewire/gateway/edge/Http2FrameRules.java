package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Headers.PseudoHeaderName;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.Map;

/**
 * What Vert.x lets pass of HTTP/2 frames. By SETTINGS a client may ask for the usual table of 4 KB for the header fields of its
 * answers, not for as large a one as it likes, and may not change it without end. Of several Host
 * fields the first would count, a name may have a line break, and a method that is none would end the connection. Of too many
 * fields only so many are kept that it is seen.
 */
final class Http2FrameRules extends Http2FrameListenerDecorator {
    private static final long TABLE = 4_096;
    private static final int MOST_FRAMES = 100;
    private static final int MOST_PSEUDO_FIELDS = 6;
    private final Http2HeadersEncoder.Configuration headers;
    private final Http2HeldBytes bytes;
    private int frames;

    private Http2FrameRules(Http2FrameListener next, Http2ConnectionHandler handler, Http2HeldBytes bytes) {
        super(next);
        this.bytes = bytes;
        this.headers = handler.encoder().configuration().headersConfiguration();
    }

    /** The first SETTINGS have been read by now. @param bytes what heads take is counted there */
    static void guard(Http2ConnectionHandler handler, Http2FrameListener next, Http2HeldBytes bytes)
            throws Http2Exception {
        Http2FrameRules rules = new Http2FrameRules(next, handler, bytes);
        rules.shrinkTable();
        handler.decoder().frameListener(rules);
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

    @Override
    public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers fields, int padding, boolean last)
            throws Http2Exception {
        super.onHeadersRead(context, stream, wellFormed(stream, fields), padding, last);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers fields,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean last)
            throws Http2Exception {
        super.onHeadersRead(context, stream, wellFormed(stream, fields), dependency, weight, exclusive, padding, last);
    }

    private Http2Headers wellFormed(int stream, Http2Headers fields) throws Http2Exception {
        CharSequence method = fields.method();
        boolean wellFormed = fields.getAll(HttpHeaderNames.HOST).size() <= 1 && (method == null || isToken(method));
        int text = 0;
        for (Map.Entry<CharSequence, CharSequence> field : fields) {
            CharSequence name = field.getKey();
            wellFormed &= PseudoHeaderName.isPseudoHeader(name) || isToken(name);
            text += name.length() + field.getValue().length();
        }
        if (!wellFormed) {
            throw Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, "A malformed head");
        }
        Http2Headers kept = few(fields);
        bytes.headRead(stream, RequestHead.weight(kept.size(), text));
        return kept;
    }

    private static Http2Headers few(Http2Headers fields) {
        int most = RequestHead.MOST_FIELDS + MOST_PSEUDO_FIELDS;
        if (fields.size() <= most) {
            return fields;
        }
        Http2Headers few = new DefaultHttp2Headers(false);
        for (Map.Entry<CharSequence, CharSequence> field : fields) {
            if (few.size() < most) {
                few.add(field.getKey(), field.getValue());
            }
        }
        return few;
    }

    private static boolean isToken(CharSequence text) {
        return text.length() > 0 && HttpHeaderValidationUtil.validateToken(text) < 0;
    }

    private void shrinkTable() throws Http2Exception {
        if (headers.maxHeaderTableSize() > TABLE) {
            headers.maxHeaderTableSize(TABLE);
        }
    }
}
