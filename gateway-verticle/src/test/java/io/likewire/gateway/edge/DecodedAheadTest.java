package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.TestGateway;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** E2: nobody makes a connection hold many objects for few bytes. */
class DecodedAheadTest {
    private static final String GET = "GET /api/user HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LISTEN = "GET /api/likes/stream?products=1 HTTP/1.1\r\nHost: x\r\n\r\n";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @Test
    void eightRequestsWaitForTheirAnswers() throws IOException {
        String last = "GET /api/user HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(gateway.raw(GET.repeat(7) + last).split("HTTP/1.1 200", -1)).hasSize(9);
    }

    @Test
    void whoSendsMoreIsCut() {
        assertThatThrownBy(() -> gateway.raw(GET.repeat(5_000))).hasCauseInstanceOf(SocketException.class);
    }

    @Test
    void whoListensSendsNoOtherRequest() {
        assertThatThrownBy(() -> gateway.raw(LISTEN + GET)).hasCauseInstanceOf(SocketException.class);
        assertThatThrownBy(() -> gateway.raw(LISTEN + "nonsense\n\n")).hasCauseInstanceOf(SocketException.class);
    }

    @Test
    void thePartsOfOneReadAreOne() {
        EmbeddedChannel channel = new EmbeddedChannel(new DecodedAhead(new BoundedRequestDecoder(), null));
        channel.writeInbound(Stream.generate(() -> new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1])))
                .limit(1_000)
                .toArray());
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.<HttpContent>readInbound().content().readableBytes()).isEqualTo(1_000);
        assertThat(channel.<HttpContent>readInbound()).isInstanceOf(LastHttpContent.class);
    }

    @Test
    void overHttp2TooManyFieldsAre431AndTheirStreamEnds() throws Exception {
        List<String> fields = new ArrayList<>(List.of(":method", "POST", ":scheme", "https", ":path", "/api/user"));
        fields.addAll(Collections.nCopies(202, "a"));
        try (TestGateway secure = TestGateway.with(TestCertificate.settings());
                RawHttp2 client = new RawHttp2(secure.port, 1 << 20)) {
            fields.addAll(List.of("content-length", "60000"));
            client.begins(fields.toArray(String[]::new));
            RawHttp2.Frame frame = client.next();
            while (frame.type() != RawHttp2.HEADERS) {
                frame = client.next();
            }
            assertThat(new DefaultHttp2HeadersDecoder()
                            .decodeHeaders(1, frame.fields())
                            .status())
                    .hasToString("431");
            assertThat(client.hears(RawHttp2.RST_STREAM)).isTrue();
        }
    }
}
