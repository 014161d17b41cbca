package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.LoggedLines;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookiesTest {
    @Test
    void cookiesWithoutTlsAreOneWarningButForThisMachine() throws IOException {
        try (TestGateway gateway = TestGateway.with(Map.of());
                LoggedLines lines = new LoggedLines(Cookies.class)) {
            visit(gateway, "127.0.0.1:8080");
            assertThat(lines.all()).isEmpty();
            visit(gateway, "shop.example");
            visit(gateway, "shop.example");
            assertThat(lines.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line.getLevel()).isEqualTo(Level.WARN))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .contains("http://shop.example", "docs/security.md");
        }
    }

    private static void visit(TestGateway gateway, String host) throws IOException {
        String request = "POST /api/visitors HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 20").contains("visitor=").doesNotContain("Secure");
        }
    }
}
