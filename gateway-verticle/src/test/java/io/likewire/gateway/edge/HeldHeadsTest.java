package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2FrameListener;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** E2: what heads take is bounded before they are whole, and counted until their requests are answered. */
class HeldHeadsTest {
    private static final String FIELDS = "a:b\r\n".repeat(1_590);
    private static final String UNFINISHED =
            "POST /api/likes/query HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n" + "X-Forwarded-For: 10.0.0.1\r\n\r\n{";

    @AutoClose
    private static final TestGateway gateway = TestGateway.with(Map.of("TRUSTED_PROXIES", "127.0.0.1"));

    @Test
    void tooManyFieldsAreSeenBeforeTheHeadIsWhole() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\n" + FIELDS)).startsWith("HTTP/1.1 431");
    }

    @Test
    void tooManyTrailersEndTheConnection() throws IOException {
        try {
            answer("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\n"
                    + FIELDS);
        } catch (SocketException reset) {
            assertThat(reset).hasMessage("Connection reset");
        }
    }

    @Test
    void theyCountUntilTheyAreAnswered() {
        HeldBytes bytes = new HeldBytes(Duration.ofMinutes(1), new HeldTotal());
        BoundedRequestDecoder decoder = new BoundedRequestDecoder();
        EmbeddedChannel channel = new EmbeddedChannel(bytes, decoder, new DecodedAhead(decoder, bytes));

        channel.writeInbound(ascii("GET / HTTP/1.1\r\n" + "a:b\r\n".repeat(50)));
        assertThat(bytes.waiting()).isEqualTo(RequestHead.weight(50, 0));
        channel.writeInbound(ascii("\r\nGET / HTTP/1.1\r\n" + "a:b\r\n".repeat(10) + "\r\n"));
        assertThat(bytes.waiting()).isEqualTo(RequestHead.weight(60, 120));
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        assertThat(bytes.waiting()).isEqualTo(RequestHead.weight(10, 20));
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        assertThat(bytes.waiting()).isZero();
    }

    @Test
    void overHttp2TheyCountUntilTheyAreLetGoOrTheirStreamIsClosed() throws Exception {
        HeldBytes bytes = new HeldBytes(Duration.ofMinutes(1), new HeldTotal());
        Http2ConnectionHandler handler = new Http2ConnectionHandlerBuilder()
                .frameListener(new Http2FrameAdapter())
                .build();
        EmbeddedChannel channel = new EmbeddedChannel(bytes, handler);
        ChannelHandlerContext context = channel.pipeline().context(handler);
        Http2HeldBytes streams = Http2HeldBytes.of(handler, context, bytes, Duration.ofMinutes(1));
        Http2FrameRules.guard(handler, new Http2FrameAdapter(), streams);
        Http2FrameListener listener = handler.decoder().frameListener();

        for (int stream : List.of(1, 3)) {
            handler.connection().remote().createStream(stream, false);
            listener.onHeadersRead(context, stream, new DefaultHttp2Headers().add("a", "b"), 0, false);
        }
        assertThat(bytes.waiting()).isEqualTo(2 * RequestHead.weight(1, 2));
        streams.headLetGo(1);
        assertThat(bytes.waiting()).isEqualTo(RequestHead.weight(1, 2));
        handler.connection().stream(3).close();
        assertThat(bytes.waiting()).isZero();
    }

    @Test
    void bodiesThatNeverEndTakeAnOperationFromNobody() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                open.add(socket(UNFINISHED));
            }
            String[] headers = {"Content-Type", "application/json", "X-Forwarded-For", "10.0.0.2"};
            assertThat(gateway.send("POST", "/api/likes/query", "{\"productIds\":[1]}", headers)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** Until the connection ends. */
    private static String answer(String request) throws IOException {
        try (Socket socket = socket(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket socket(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.port);
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
