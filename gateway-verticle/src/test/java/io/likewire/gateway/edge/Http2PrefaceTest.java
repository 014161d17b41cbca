package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E4: a connection over HTTP/2 is none before its first SETTINGS have come. */
class Http2PrefaceTest {
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LATE = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(strings = {"", "PRI * HTTP/2.0\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void whoDoesNotBeginIsNotWaitedFor(String beginning) throws Exception {
        ClientTimeouts times = new ClientTimeouts(SOON, LATE, LATE, LATE, Duration.ofMillis(10));
        try (TestGateway gateway = TestGateway.with(TestCertificate.settings(), times);
                SSLSocket socket = (SSLSocket)
                        TestCertificate.context().getSocketFactory().createSocket("localhost", gateway.port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
        }
    }
}
