package io.likewire.gateway.identity;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Liker;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LikesOfAccountsTest {
    private static final String ANN = "{\"username\":\"Ann\",\"password\":\"" + FakeAuth.PASSWORD + "\"}";

    @AutoClose
    private final TestGateway gateway = TestGateway.strict();

    @Test
    void whatAVisitorLikedFollowsIntoTheAccount() {
        HttpResponse<String> visitor = gateway.send("POST", "/api/visitors", null);
        String cookie = cookies(visitor).get(0).split(";")[0];
        HttpResponse<String> login = gateway.sendJson("POST", "/api/auth/login", ANN, "Cookie", cookie);

        assertThat(gateway.likes.takenOver).hasSize(2).last().isEqualTo(Liker.account(2));
        assertThat(cookies(login)).anyMatch(one -> one.startsWith("visitor=;") && one.contains("Path=/api;"));
    }

    @Test
    void whileLikesAreAwayALoginSucceedsAndTheVisitorStays() {
        String cookie =
                cookies(gateway.send("POST", "/api/visitors", null)).get(0).split(";")[0];
        gateway.likes.down = true;
        HttpResponse<String> login = gateway.sendJson("POST", "/api/auth/login", ANN, "Cookie", cookie);
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
            problem(
                    accounts.send("PUT", "/api/products/1/like", null, "Authorization", "Bearer " + accounts.visitor()),
                    401);
            String account = "Bearer " + FakeAuth.token(7, Role.USER);
            assertThat(accounts.send("PUT", "/api/products/1/like", null, "Authorization", account)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
