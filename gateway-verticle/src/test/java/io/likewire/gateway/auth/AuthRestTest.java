package io.likewire.gateway.auth;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Liker;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthRestTest {
    private static final String ANN = "{\"username\":\"Ann\",\"password\":\"" + FakeAuth.PASSWORD + "\"}";
    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = TestGateway.strict();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aLoginAnswersAnAccessTokenAndSetsCookiesThatPagesCannotRead() {
        HttpResponse<String> login = login();

        JsonObject body = new JsonObject(login.body());
        assertThat(body.fieldNames()).containsExactly("accessToken", "tokenType", "expiresIn");
        assertThat(body.getString("tokenType")).isEqualTo("Bearer");
        assertThat(login.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(cookies(login)).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HTTPOnly", "SameSite=Strict", "Path=/api/auth")
                .doesNotContain("Secure"));
        String authorization = "Bearer " + body.getString("accessToken");
        JsonObject me = new JsonObject(
                gateway.get("/api/auth/me", "Authorization", authorization).body());
        assertThat(me.getString("username")).isEqualTo("ann");
    }

    @Test
    void behindAProxyThatEndsTlsCookiesAreSecure() throws IOException {
        String request = "POST /api/auth/login HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + ANN.length() + "\r\n\r\n" + ANN;
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.lines().filter(line -> line.startsWith("set-cookie: ")))
                    .hasSize(2)
                    .allMatch(cookie -> cookie.contains("; Secure"));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndTooManyComeLater() {
        JsonObject wrong = problem(gateway.sendJson("POST", "/api/auth/login", ANN.replace("4711", "4712")), 401);
        assertThat(wrong.getString("message")).isEqualTo("Username or password is wrong");

        HttpResponse<String> tired = gateway.sendJson("POST", "/api/auth/login", ANN.replace("Ann", "tired"));
        problem(tired, 429);
        assertThat(tired.headers().firstValue("Retry-After")).contains("100");
    }

    @Test
    void aRefreshTakesTheCookieAndNothingElse() {
        HttpResponse<String> fresh = gateway.send("POST", "/api/auth/refresh", null, "Cookie", "refresh=refresh-token");
        assertThat(fresh.statusCode()).isEqualTo(200);
        problem(gateway.send("POST", "/api/auth/refresh", null), 401);
        HttpResponse<String> ended = gateway.send("POST", "/api/auth/refresh", null, "Cookie", "refresh=old");
        problem(ended, 401);
        assertThat(cookies(ended)).singleElement().asString().contains("refresh=;", "Max-Age=0");
    }

    @Test
    void logoutTakesTheCookieAway() {
        HttpResponse<String> out = gateway.send("POST", "/api/auth/logout", null, "Cookie", "refresh=refresh-token");
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(cookies(out)).singleElement().asString().contains("refresh=;", "Max-Age=0");
        assertThat(gateway.send("POST", "/api/auth/logout", null).statusCode()).isEqualTo(204);
    }

    @Test
    void aPageOfAnotherSiteLogsNobodyInOrOut() {
        for (String path : List.of("login", "register", "refresh", "logout")) {
            HttpResponse<String> refused = gateway.send(
                    "POST",
                    "/api/auth/" + path,
                    ANN,
                    "Content-Type",
                    "application/json",
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
        try (TestGateway closed = TestGateway.with(Map.of("REGISTRATION", "closed"))) {
            problem(closed.sendJson("POST", "/api/auth/register", ANN), 403);
        }
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
    void whatAVisitorLikedFollowsIntoTheAccount() {
        HttpResponse<String> visitor = gateway.send("POST", "/api/visitors", null);
        String cookie = cookies(visitor).get(0).split(";")[0];
        HttpResponse<String> login =
                gateway.send("POST", "/api/auth/login", ANN, "Content-Type", "application/json", "Cookie", cookie);

        assertThat(gateway.likes.takenOver).hasSize(2).last().isEqualTo(Liker.account(2));
        assertThat(cookies(login)).anyMatch(one -> one.startsWith("visitor=;") && one.contains("Path=/api;"));
    }

    @Test
    void whileLikesAreAwayALoginSucceedsAndTheVisitorStays() {
        String cookie =
                cookies(gateway.send("POST", "/api/visitors", null)).get(0).split(";")[0];
        gateway.likes.down = true;
        HttpResponse<String> login =
                gateway.send("POST", "/api/auth/login", ANN, "Content-Type", "application/json", "Cookie", cookie);
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(cookies(login)).noneMatch(one -> one.startsWith("visitor="));

        gateway.likes.down = false;
        gateway.send("POST", "/api/auth/refresh", null, "Cookie", cookie + "; refresh=refresh-token");
        assertThat(gateway.likes.takenOver).isNotEmpty();
    }

    @Test
    void anAccountLikesAsItself() {
        gateway.likes.set(1, 0);
        String authorization = "Bearer " + FakeAuth.token(7, Role.USER);
        HttpResponse<String> like = gateway.send("PUT", "/api/products/1/like", null, "Authorization", authorization);

        assertThat(like.statusCode()).isEqualTo(200);
        assertThat(cookies(like)).isEmpty();
        assertThat(gateway.likes.likers).containsExactly(Liker.account(7));
    }

    @Test
    void aDeploymentMayDemandAnAccount() {
        try (TestGateway accounts = TestGateway.with(Map.of("LIKES_IDENTITY", "account"))) {
            accounts.likes.set(1, 0);
            problem(accounts.send("POST", "/api/products/1/like", null), 401);
            problem(accounts.send("DELETE", "/api/products/1/like", null), 401);
            String token =
                    new JsonObject(accounts.send("POST", "/api/visitors", null).body()).getString("token");
            problem(accounts.send("PUT", "/api/products/1/like", null, "Authorization", "Bearer " + token), 401);
            String account = "Bearer " + FakeAuth.token(7, Role.USER);
            assertThat(accounts.send("PUT", "/api/products/1/like", null, "Authorization", account)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theKeysAreThere() {
        JsonArray keys = new JsonObject(gateway.get("/.well-known/jwks.json").body()).getJsonArray("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.getJsonObject(0).getString("d")).isNull();
    }

    private HttpResponse<String> login() {
        HttpResponse<String> login = gateway.sendJson("POST", "/api/auth/login", ANN);
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        return login;
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
