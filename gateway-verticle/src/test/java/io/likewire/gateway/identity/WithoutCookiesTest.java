package io.likewire.gateway.identity;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tutorial's own page sends no cookies to another address; docs/tutorial-bridge.md names two ways out. */
class WithoutCookiesTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void aProduct() {
        gateway.likes.set(1, 0);
        gateway.likes.likers.clear();
    }

    @Test
    void threePressesCountThree() {
        for (int presses = 1; presses <= 3; presses++) {
            assertThat(new JsonObject(press().body()).getLong("likes")).isEqualTo(presses);
        }
        assertThat(gateway.likes.likers).hasSize(3);
    }

    @Test
    void underOneAddressTheCookieComesBackAndTheyCountOne() {
        String cookie = press().headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        problem(press("Cookie", cookie), 400);
        problem(press("Cookie", cookie), 400);
        assertThat(gateway.likes.likers).hasSize(1);
    }

    @Test
    void aTokenThatIsAskedForOnceCountsOne() {
        String token =
                new JsonObject(gateway.send("POST", "/api/visitors", null).body()).getString("token");
        String bearer = "Bearer " + token;
        assertThat(press("Authorization", bearer).statusCode()).isEqualTo(200);
        problem(press("Authorization", bearer), 400);
        problem(press("Authorization", bearer), 400);
        assertThat(gateway.likes.likers).hasSize(1);
    }

    private static HttpResponse<String> press(String... headers) {
        return gateway.send("POST", "/api/products/1/like", null, headers);
    }
}
