package io.likewire.gateway.identity;

import static io.likewire.gateway.TestGateway.KEY;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisitorsTest {
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String SUBJECT = "\"sub\":\"" + UUID.randomUUID() + "\"";
    private static final String OURS = "\"iss\":\"likewire\",\"aud\":[\"visitor\"]";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void aProduct() {
        gateway.likes.set(1, 0);
        gateway.likes.likers.clear();
    }

    @Test
    void anIdentityComesAsATokenAndAsACookieThatScriptsCannotRead() {
        HttpResponse<String> response = gateway.send("POST", "/api/visitors", null);
        assertThat(response.statusCode()).isEqualTo(201);
        String token = new JsonObject(response.body()).getString("token");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("visitor=" + token + ";")
                .contains("HTTPOnly", "SameSite=Lax", "Path=/api", "Max-Age=34560000");
    }

    @Test
    void whoHasAnIdentityKeepsIt() {
        String token = gateway.visitor();
        HttpResponse<String> byCookie = gateway.send("POST", "/api/visitors", null, "Cookie", "visitor=" + token);
        assertThat(byCookie.body()).contains(token);
        HttpResponse<String> byBearer = gateway.send("POST", "/api/visitors", null, "Authorization", "bearer " + token);
        assertThat(byBearer.body()).contains(token);
    }

    @Test
    void cookieAndBearerAreTheSameLiker() {
        String token = gateway.visitor();
        assertThat(like("Cookie", "a=b; visitor=" + token).statusCode()).isEqualTo(200);
        assertThat(like("Authorization", "Bearer " + token).statusCode()).isEqualTo(400);
        assertThat(gateway.likes.likers).hasSize(1);
    }

    @Test
    void aLikeWithoutIdentityGetsOne() {
        HttpResponse<String> first = gateway.send("POST", "/api/products/1/like", null);
        assertThat(first.statusCode()).isEqualTo(200);
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(like("Cookie", cookie).statusCode()).isEqualTo(400);
        assertThat(gateway.send("POST", "/api/products/1/like", null).statusCode())
                .isEqualTo(200);
        assertThat(gateway.likes.likers).hasSize(2);
    }

    @Test
    void aLikeOfAnUnknownProductGetsNoIdentityEither() {
        problem(gateway.send("POST", "/api/products/abc/like", null), 404);
        assertThat(gateway.send("POST", "/api/products/abc/like", null)
                        .headers()
                        .firstValue("Set-Cookie"))
                .isEmpty();
    }

    static Stream<Arguments> foreignTokens() throws GeneralSecurityException {
        String good = SUBJECT + "," + OURS;
        String valid = sign(HS256, "{" + good + "}", KEY);
        String[] parts = valid.split("\\.");
        long past = Instant.now().getEpochSecond() - 60;
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("nonsense", "nonsense"),
                Arguments.of("three dots", "..."),
                Arguments.of("no signature", parts[0] + "." + parts[1]),
                Arguments.of("empty signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("other signature", parts[0] + "." + parts[1] + "." + parts[1]),
                Arguments.of("other payload", parts[0] + "." + encode("{" + SUBJECT + "}") + "." + parts[2]),
                Arguments.of("none", encode("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                Arguments.of("None", encode("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]),
                Arguments.of("no algorithm", sign("{}", "{" + good + "}", KEY)),
                Arguments.of("HS512 in name", sign("{\"alg\":\"HS512\"}", "{" + good + "}", KEY)),
                Arguments.of(
                        "embedded key",
                        sign(
                                "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"YQ\"}}",
                                "{" + good + "}",
                                "a".getBytes(StandardCharsets.UTF_8))),
                Arguments.of("another key", sign(HS256, "{" + good + "}", new byte[32])),
                Arguments.of("another issuer", sign(HS256, "{" + SUBJECT + ",\"iss\":\"x\",\"aud\":\"visitor\"}", KEY)),
                Arguments.of("no issuer", sign(HS256, "{" + SUBJECT + ",\"aud\":[\"visitor\"]}", KEY)),
                Arguments.of(
                        "another audience", sign(HS256, "{" + SUBJECT + ",\"iss\":\"likewire\",\"aud\":[\"x\"]}", KEY)),
                Arguments.of("no audience", sign(HS256, "{" + SUBJECT + ",\"iss\":\"likewire\"}", KEY)),
                Arguments.of("expired", sign(HS256, "{" + good + ",\"exp\":" + past + "}", KEY)),
                Arguments.of("no subject", sign(HS256, "{" + OURS + "}", KEY)),
                Arguments.of("no UUID", sign(HS256, "{\"sub\":\"admin\"," + OURS + "}", KEY)),
                Arguments.of("an account", sign(HS256, "{\"sub\":\"0-0-0-0-1\"," + OURS + "}", KEY)),
                Arguments.of("too long", valid + "A".repeat(2_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignTokens")
    void aTokenThatIsNotOursIs401(String name, String token) {
        HttpResponse<String> response = like("Authorization", "Bearer " + token);
        problem(response, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(gateway.likes.likers).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignTokens")
    void aCookieThatIsNotOursIsReplaced(String name, String token) {
        HttpResponse<String> response = like("Cookie", "visitor=" + token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void anotherSchemeIs401() {
        problem(like("Authorization", "Basic YWRtaW46YWRtaW4="), 401);
    }

    @Test
    void aTokenOfOursIsAcceptedByEveryGatewayWithTheKey() {
        String token = new VisitorTokens(KEY, Clock.systemUTC()).issue(UUID.randomUUID());
        assertThat(like("Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"20, 200", "-20, 200", "60, 401"})
    void gatewaysWhoseClocksDifferAFewSecondsTakeEachOthersTokens(int ahead, int status) {
        Clock other = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));
        String token = new VisitorTokens(KEY, other).issue(UUID.randomUUID());
        assertThat(like("Authorization", "Bearer " + token).statusCode()).isEqualTo(status);
    }

    @Test
    void aForeignCookieOfTheSameNameHidesNoneOfOurs() {
        String cookies = "visitor=somebody-elses; visitor=" + gateway.visitor() + "; visitor=";
        HttpResponse<String> response = like("Cookie", cookies);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> like(String header, String value) {
        return gateway.send("POST", "/api/products/1/like", null, header, value);
    }

    private static String sign(String header, String payload, byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String text = encode(header) + "." + encode(payload);
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
