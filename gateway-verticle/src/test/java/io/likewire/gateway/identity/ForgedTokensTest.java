package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Addresses;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForgedTokensTest {
    @AutoClose
    private static final TestGateway gateway = TestGateway.strict();

    @Test
    void theGoodOneIsTaken() {
        assertThat(ask("Bearer " + FakeAuth.token(1, Role.ADMIN)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void allOthersAreRefusedAlike(String name, String authorization) {
        HttpResponse<String> refused = ask(authorization);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        JsonObject body = new JsonObject(refused.body());
        body.remove("requestId");
        assertThat(body)
                .isEqualTo(new JsonObject()
                        .put("type", "/problems/unauthorized")
                        .put("title", "Authentication required")
                        .put("status", 401)
                        .put("detail", "The token is not valid")
                        .put("message", "The token is not valid"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void notEvenWhereNoTokenIsNeeded(String name, String authorization) {
        assertThat(gateway.get("/api/products", "Authorization", authorization).statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> ask(String authorization) {
        return gateway.get("/api/users", "Authorization", authorization);
    }

    static Stream<Arguments> corpus() throws Exception {
        Map<String, String> forged = ForgedTokens.all();
        assertThat(forged).hasSizeGreaterThanOrEqualTo(60);
        return forged.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void soIsTheTokenOfASessionThatHasEnded() {
        String session = UUID.randomUUID().toString();
        String authorization = ForgedTokens.ofSession(session);
        assertThat(ask(authorization).statusCode()).isEqualTo(200);
        RevokedSessions revokedSessions =
                new RevokedSessions(Map.of(session, Instant.now().getEpochSecond() + 900));
        gateway.vertx.eventBus().publish(Addresses.AUTH_WITHDRAWN, revokedSessions.toJson());
        Awaitility.await().until(() -> ask(authorization).statusCode() == 401);
    }
}
