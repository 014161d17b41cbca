package io.likewire.gateway.identity;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Role;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DoorsTest {
    private static final String ANN = "{\"username\":\"Ann\",\"password\":\"" + FakeAuth.PASSWORD + "\"}";

    @AutoClose
    private static final TestGateway gateway = TestGateway.strict();

    @Test
    void aPageOfAnotherSiteLogsNobodyInOrOut() {
        for (String path : List.of("login", "register", "refresh", "logout")) {
            HttpResponse<String> refused = gateway.sendJson(
                    "POST",
                    "/api/auth/" + path,
                    ANN,
                    "Origin",
                    "https://evil.example",
                    "Cookie",
                    "refresh=refresh-token");
            problem(refused, 403);
            assertThat(cookies(refused)).isEmpty();
        }
    }

    @Test
    void registrationSaysWhatIsWrongAndMayBeClosed() {
        assertThat(gateway.sendJson("POST", "/api/auth/register", ANN).statusCode())
                .isEqualTo(201);
        JsonObject wrong = problem(
                gateway.sendJson(
                        "POST", "/api/auth/register", "{\"username\":\"a\",\"password\":\"short\",\"role\":\"admin\"}"),
                400);
        assertThat(wrong.getJsonObject("errors").fieldNames())
                .containsExactlyInAnyOrder("username", "password", "role");
        assertThat(gateway.get("/api/auth/register").body()).isEqualTo("{\"open\":true}");
        try (TestGateway closed = TestGateway.with(Map.of("REGISTRATION", "closed"))) {
            problem(closed.sendJson("POST", "/api/auth/register", ANN), 403);
            assertThat(closed.get("/api/auth/register").body()).isEqualTo("{\"open\":false}");
        }
    }

    @Test
    void anAdministratorMakesAccountsByTheSameRules() {
        String[] asAdmin = {"Authorization", "Bearer " + FakeAuth.token(1, Role.ADMIN)};
        HttpResponse<String> made = gateway.sendJson("POST", "/api/users", ANN, asAdmin);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(new JsonObject(made.body()).getString("username")).isEqualTo("ann");
        assertThat(problem(
                                gateway.sendJson(
                                        "POST", "/api/users", ANN.replace(FakeAuth.PASSWORD, "short"), asAdmin),
                                400)
                        .getJsonObject("errors")
                        .fieldNames())
                .containsExactly("password");
    }

    @Test
    void aPasswordThatIsTooLongIsNotEvenLookedAt() {
        String long129 = ANN.replace(FakeAuth.PASSWORD, "x".repeat(129));
        assertThat(problem(gateway.sendJson("POST", "/api/auth/login", long129), 400)
                        .getJsonObject("errors")
                        .fieldNames())
                .containsExactly("password");
    }

    @Test
    void theKeysAreThere() {
        JsonArray keys = new JsonObject(gateway.get("/.well-known/jwks.json").body()).getJsonArray("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.getJsonObject(0).getString("d")).isNull();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
