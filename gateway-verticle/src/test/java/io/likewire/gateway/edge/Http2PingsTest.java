package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.likewire.gateway.live.PushIntervals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Event streams of one HTTP/2 connection ask together whether their client is still there. */
class Http2PingsTest {
    private static final PushIntervals TIMES = new PushIntervals(
            Duration.ofMillis(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(2));
    private static final int HEARTBEATS = 20;

    @Test
    void onePingWaitsForEachConnection() throws Exception {
        try (TestGateway gateway = TestGateway.with(TestCertificate.settings(), TIMES);
                RawHttp2 client = new RawHttp2(gateway.port, 1 << 16)) {
            client.asks("GET", "/api/likes/stream?products=1");
            client.asks("GET", "/api/likes/stream?products=2");
            RawHttp2.Frame ping = null;
            for (int beats = 0; beats < HEARTBEATS; ) {
                RawHttp2.Frame frame = client.next();
                if (frame.isPing()) {
                    assertThat(ping).isNull();
                    ping = frame;
                } else if (frame.type() == RawHttp2.DATA) {
                    beats++;
                }
            }
            client.acknowledges(ping);
            assertThat(client.hears(RawHttp2.PING)).isTrue();
        }
    }
}
