package io.likewire.gateway.edge;

import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.AsciiString;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** Reads no more fields of a head, or of the trailers of a body, than one may have: each is kept until the last one is there. */
final class BoundedRequestDecoder extends VertxHttpRequestDecoder {
    private int fields;

    BoundedRequestDecoder() {
        super(RequestHead.limits());
    }

    /** Of the head, or of the trailers, that is not whole yet. */
    int fields() {
        return fields;
    }

    /** What was under way has been read. */
    void read() {
        fields = 0;
    }

    @Override
    protected HttpMessage createMessage(String[] line) {
        fields = 0;
        return super.createMessage(line);
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        fields++;
        if (fields > RequestHead.MOST_FIELDS) {
            throw new TooLongHttpHeaderException("Too many header fields");
        }
        return super.splitHeaderName(line, start, length);
    }
}
