package io.likewire.gateway.limits;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final AtomicInteger NETS = new AtomicInteger();

    @AutoClose
    private static final TestGateway gateway = TestGateway.with(Map.of(
            "TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.0/8, 2001:db8:ffff::/48",
            "REQUESTS_PER_MINUTE", "6",
            "WRITES_PER_MINUTE", "4",
            "LIKES_PER_MINUTE", "2",
            "VISITORS_PER_MINUTE", "3",
            "LOGINS_PER_MINUTE", "3",
            "REGISTRATIONS_PER_MINUTE", "3"));

    private final int net = NETS.incrementAndGet();

    @Test
    void anAddressThatAsksTooOftenIs429AndOthersAreNot() {
        for (int left = 5; left >= 0; left--) {
            HttpResponse<String> response = user("198.51.100.7");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("RateLimit").orElse(""))
                    .startsWith("\"requests\";r=" + left + ";t=");
            assertThat(response.headers().firstValue("RateLimit-Policy")).contains("\"requests\";q=6;w=60");
        }
        HttpResponse<String> refused = user("198.51.100.7");
        assertThat(problem(refused, 429).getString("detail")).isEqualTo("Too many requests from this address");
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 10));
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(user("198.51.100.8").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverComesFromThisMachineIsNotLimited() {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> response = gateway.get("/api/user");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
        }
    }

    @Test
    void changesAreFewerThanRequests() {
        for (int i = 0; i < 4; i++) {
            assertThat(post("/api/nothing", null, "198.51.100.7")).isEqualTo(404);
        }
        assertThat(post("/api/nothing", null, "198.51.100.7")).isEqualTo(429);
        assertThat(user("198.51.100.7").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/visitors      |                                                           | 201",
                "/api/auth/register | {\"username\":\"a\",\"password\":\"short\"}                  | 400",
                "/api/auth/login    | {\"username\":\"Ann\",\"password\":\"tulips-in-march-4712\"} | 401",
            })
    void identitiesAccountsAndLoginsAreFewerStill(String path, String json, int usual) {
        for (int i = 0; i < 3; i++) {
            assertThat(post(path, json, "198.51.100.7")).isEqualTo(usual);
        }
        assertThat(post(path, json, "198.51.100.7")).isEqualTo(429);
        assertThat(post(path, json, "198.51.100.8")).isEqualTo(usual);
    }

    @Test
    void anIdentityIsLimitedWhereverItComesFrom() {
        gateway.likes.set(1, 0);
        String bearer = "Bearer " + gateway.visitor();
        assertThat(like("PUT", "198.51.100.1", bearer).statusCode()).isEqualTo(200);
        assertThat(like("DELETE", "198.51.100.2", bearer).statusCode()).isEqualTo(200);
        HttpResponse<String> third = like("PUT", "198.51.100.3", bearer);
        assertThat(problem(third, 429).getString("detail")).isEqualTo("You're liking too fast");
        assertThat(third.headers().allValues("RateLimit-Policy")).contains("\"likes\";q=2;w=60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.1.1, 198.51.100.7                     | 2.2.2.2, 198.51.100.7                  | true",
                "198.51.100.7, 10.0.0.1                    | 198.51.100.7, 10.0.0.2, 10.0.0.1       | true",
                "198.51.100.7:4711                         | 198.51.100.7:4712                      | true",
                "nonsense, 198.51.100.7                    | 198.51.100.7                           | true",
                "::ffff:198.51.100.7                       | 198.51.100.7                           | true",
                "2001:db8:1:2::1                           | 2001:db8:1:2:ffff::9, 2001:db8:ffff::1 | true",
                "[2001:db8:1:2::1]:80                      | 2001:db8:1:2::3                        | true",
                "2001:db8:1:2::1                           | 2001:db8:1:3::1                        | false",
                "198.51.100.7                              | 198.51.100.8                           | false",
                "198.51.100.7, 198.51.100.8                | 198.51.100.7                           | false",
            })
    void theRightmostHopThatIsNoProxyOfOursCounts(String one, String other, boolean same) {
        for (int i = 0; i < 6; i++) {
            assertThat(user(one).statusCode()).isEqualTo(200);
        }
        assertThat(user(other).statusCode()).isEqualTo(same ? 429 : 200);
    }

    @Test
    void whoIsNoProxyOfOursMayClaimNothing() {
        try (TestGateway open = TestGateway.with(Map.of("REQUESTS_PER_MINUTE", "1"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(open.get("/api/user", "X-Forwarded-For", "198.51.100.7")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private int post(String path, String json, String forwardedFor) {
        return gateway.send(
                        "POST", path, json, "Content-Type", "application/json", "X-Forwarded-For", here(forwardedFor))
                .statusCode();
    }

    private HttpResponse<String> user(String forwardedFor) {
        return gateway.get("/api/user", "X-Forwarded-For", here(forwardedFor));
    }

    /** The same callers in a net of this test's own. */
    private String here(String forwardedFor) {
        return forwardedFor
                .replace("198.51.100.", "198.51." + net + ".")
                .replace("2001:db8:1:", "2001:db8:" + net + ":");
    }

    private HttpResponse<String> like(String method, String address, String bearer) {
        return gateway.send(
                method, "/api/products/1/like", null, "X-Forwarded-For", here(address), "Authorization", bearer);
    }
}
