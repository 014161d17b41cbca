package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyCheckTest {
    private HttpServer management;
    private int status;

    @BeforeEach
    void listen() throws IOException {
        management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        management.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        management.start();
    }

    @AfterEach
    void close() {
        management.stop(0);
    }

    @Test
    void aServiceIsReadyWhenItSaysSo() {
        status = 200;
        assertThat(ReadyCheck.isReady(environment())).isTrue();
        status = 503;
        assertThat(ReadyCheck.isReady(environment())).isFalse();
    }

    @Test
    void nobodyIsReadyWhoDoesNotAnswerOrIsNotNamed() {
        Map<String, String> environment = environment();
        management.stop(0);
        assertThat(ReadyCheck.isReady(environment)).isFalse();
        assertThat(ReadyCheck.isReady(Map.of())).isFalse();
    }

    private Map<String, String> environment() {
        return Map.of(
                "MANAGEMENT_PORT", Integer.toString(management.getAddress().getPort()));
    }
}
