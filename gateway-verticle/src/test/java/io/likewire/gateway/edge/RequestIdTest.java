package io.likewire.gateway.edge;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.UnexpectedFailure;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.LoggedLines;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static final String NEWEST = "Cache-Control";
    private static final String HEADER = "X-Request-Id";

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "A.b_c-9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aSaneIdOfTheCallersComesBack(String id) {
        assertThat(id(gateway.get("/api/products/1", HEADER, id))).isEqualTo(id);
        assertThat(problem(gateway.get("/api/products/9", HEADER, id), 404).getString("requestId"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a,b",
                "ä",
                "\"",
                "<x>",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anotherOneIsReplaced(String id) {
        assertThat(id(gateway.get("/api/products/1", HEADER, id)))
                .isNotEqualTo(id)
                .matches("[0-9a-f]{24}");
    }

    @Test
    void eachRequestHasAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> ids.add(id(gateway.get("/api/products"))));
        assertThat(ids).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi.yaml", "/nothing", "/api/health", "/eventbus/info"})
    void everyAnswerHasOne(String path) {
        assertThat(id(gateway.get(path))).isNotBlank();
    }

    @Test
    void theServiceKnowsOnWhoseBehalfItWorks() {
        gateway.get("/api/products/1", NEWEST, "no-cache", HEADER, "first");
        gateway.get("/api/products/1", NEWEST, "no-cache");
        gateway.get("/api/products/1", NEWEST, "no-cache", HEADER, "third");
        List<String> last = gateway.products.askedFor;
        assertThat(last.subList(last.size() - 3, last.size()))
                .startsWith("first")
                .endsWith("third")
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnexpectedFailureOfAServiceIsToldWithTheRequest() {
        gateway.products.failure = new IllegalStateException("a fault");
        problem(gateway.get("/api/products/1", NEWEST, "no-cache", HEADER, "unlucky"), 500);
        gateway.products.failure = null;
        assertThat(gateway.unexpected)
                .last()
                .isInstanceOf(UnexpectedFailure.class)
                .satisfies(failure -> assertThat(failure).hasMessage("get for request unlucky"))
                .satisfies(failure -> assertThat(failure).hasRootCauseMessage("a fault"));
    }

    @Test
    void anUnexpectedFailureOfTheGatewayIsLoggedWithTheRequest() {
        gateway.router.get("/fault").handler(context -> {
            throw new IllegalStateException("a fault");
        });
        try (LoggedLines lines = new LoggedLines(Problems.class)) {
            problem(gateway.get("/fault", HEADER, "unlucky"), 500);
            assertThat(lines.messages()).containsExactly("Request unlucky failed unexpectedly");
        }
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue(HEADER).orElseThrow();
    }
}
