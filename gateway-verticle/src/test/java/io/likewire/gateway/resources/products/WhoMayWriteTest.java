package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayWriteTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @Test
    void aProxyOnThisMachineSpeaksForOthers() {
        String tea = "/api/products/" + gateway.products.add("Tea").id();
        String[] headers = {"Content-Type", "application/json", "X-Forwarded-For", "127.0.0.1"};
        problem(gateway.send("POST", "/api/products", DRAFT, headers), 401);
        problem(gateway.send("PUT", tea, DRAFT, headers), 401);
        problem(gateway.send("DELETE", tea, null, headers), 401);
        assertThat(gateway.get(tea, headers).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"localhost, 201", "127.0.0.1, 201", "localhost:8080, 201", "[::1]:8080, 201", "evil.example, 401"})
    void aForeignNameForThisMachineIsRefused(String host, int status) {
        String head = "POST /api/products HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + DRAFT.length() + "\r\n\r\n";
        assertThat(gateway.raw(head + DRAFT)).startsWith("HTTP/1.1 " + status);
    }
}
