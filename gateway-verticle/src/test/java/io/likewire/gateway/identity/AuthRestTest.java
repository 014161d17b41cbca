package io.likewire.gateway.identity;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthRestTest {
    private static final String ANN = "{\"username\":\"Ann\",\"password\":\"" + FakeAuth.PASSWORD + "\"}";

    @AutoClose
    private static final TestGateway gateway =
            TestGateway.with(Map.of("TUTORIAL_MODE", "false", "TRUSTED_PROXIES", "127.0.0.1"));

    @Test
    void aLoginAnswersAnAccessTokenAndSetsCookiesThatPagesCannotRead() {
        HttpResponse<String> login = login();

        JsonObject body = new JsonObject(login.body());
        assertThat(body.fieldNames()).containsExactly("accessToken", "tokenType", "expiresIn");
        assertThat(body.getString("tokenType")).isEqualTo("Bearer");
        assertThat(login.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(cookies(login)).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HTTPOnly", "SameSite=Strict", "Path=/api/auth", "Secure"));
        String authorization = "Bearer " + body.getString("accessToken");
        JsonObject me = new JsonObject(
                gateway.get("/api/auth/me", "Authorization", authorization).body());
        assertThat(me.getString("username")).isEqualTo("ann");
    }

    /** Only a browser that says itself that it came without TLS gets cookies that go without. */
    @ParameterizedTest
    @CsvSource({
        "shop.example, http://shop.example, '', false",
        "127.0.0.1:8080, http://127.0.0.1:8080, '', false",
        "192.168.1.7:8080, http://192.168.1.7:8080, '', false",
        "shop.example, https://shop.example, '', true",
        "shop.example, '', '', true",
        "shop.example, http://shop.example, https, true",
        "127.0.0.1:8080, '', '', true"
    })
    void cookiesAreSecureUnlessTheBrowserIsNot(String host, String origin, String forwarded, boolean secure) {
        assertThat(cookies(gateway, host, origin, forwarded))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; Secure") == secure);
    }

    /** Whoever speaks with us directly may write what he likes. */
    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void whatAProxySaysThatNobodyNamedChangesNothing(String forwarded) {
        try (TestGateway strangers = TestGateway.with(Map.of("TUTORIAL_MODE", "false"))) {
            assertThat(cookies(strangers, "shop.example", "http://shop.example", forwarded))
                    .hasSize(2)
                    .noneMatch(cookie -> cookie.contains("; Secure"));
            assertThat(cookies(strangers, "shop.example", "https://shop.example", forwarded))
                    .hasSize(2)
                    .allMatch(cookie -> cookie.contains("; Secure"));
        }
    }

    private static List<String> cookies(TestGateway asked, String host, String origin, String forwarded) {
        String headers = "Host: " + host + "\r\n" + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                + (forwarded.isEmpty() ? "" : "X-Forwarded-Proto: " + forwarded + "\r\n");
        String request = "POST /api/auth/login HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + ANN.length() + "\r\n\r\n" + ANN;
        return asked.raw(request)
                .lines()
                .filter(line -> line.startsWith("set-cookie: "))
                .toList();
    }

    @Test
    void aWrongPasswordIsRefusedAndTooManyComeLater() {
        JsonObject wrong = problem(gateway.sendJson("POST", "/api/auth/login", ANN.replace("4711", "4712")), 401);
        assertThat(wrong.getString("message")).isEqualTo("Incorrect username or password");

        HttpResponse<String> tired = gateway.sendJson("POST", "/api/auth/login", ANN.replace("Ann", "tired"));
        problem(tired, 429);
        assertThat(tired.headers().firstValue("Retry-After")).contains("73");
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

    private HttpResponse<String> login() {
        HttpResponse<String> login = gateway.sendJson("POST", "/api/auth/login", ANN);
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        return login;
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
