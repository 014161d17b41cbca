package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.LoggedLines;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookiesTest {
    @Test
    void cookiesWithoutTlsAreOneWarningButForThisMachine() {
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

    private static void visit(TestGateway gateway, String host) {
        String request = "POST /api/visitors HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        assertThat(gateway.raw(request))
                .startsWith("HTTP/1.1 20")
                .contains("visitor=")
                .doesNotContain("Secure");
    }
}
