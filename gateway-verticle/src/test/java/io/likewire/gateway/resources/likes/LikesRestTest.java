package io.likewire.gateway.resources.likes;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LikesRestTest {
    private static final AtomicLong IDS = new AtomicLong();

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    private final long tea = IDS.incrementAndGet();
    private final long coffee = IDS.incrementAndGet();

    @Test
    void theFirstLikeSucceedsAndTheSecondIsRefusedWithTheCount() {
        gateway.likes.set(tea, 41);
        String bearer = "Bearer " + gateway.visitor();
        HttpResponse<String> first = gateway.send("POST", like(), null, "Authorization", bearer);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .matches("\\{\"message\":\"success\",\"liked\":true,\"likes\":42,\"likesVersion\":\\d+}");

        HttpResponse<String> second = gateway.send("POST", like(), null, "Authorization", bearer);
        JsonObject problem = problem(second, 400);
        assertThat(problem.getString("message")).isEqualTo("You already liked this product");
        assertThat(problem.getString("type")).isEqualTo("/problems/already-liked");
        assertThat(problem.getBoolean("liked")).isTrue();
        assertThat(problem.getLong("likes")).isEqualTo(42);
        assertThat(problem.getLong("likesVersion")).isEqualTo(new JsonObject(first.body()).getLong("likesVersion"));
    }

    @Test
    void putAndDeleteMayBeRepeated() {
        gateway.likes.set(tea, 0);
        String bearer = "Bearer " + gateway.visitor();
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> liked = gateway.send("PUT", like(), null, "Authorization", bearer);
            assertThat(liked.statusCode()).isEqualTo(200);
            assertThat(liked.body()).matches("\\{\"liked\":true,\"likes\":1,\"likesVersion\":\\d+}");
        }
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> unliked = gateway.send("DELETE", like(), null, "Authorization", bearer);
            assertThat(unliked.statusCode()).isEqualTo(200);
            assertThat(unliked.body()).matches("\\{\"liked\":false,\"likes\":0,\"likesVersion\":\\d+}");
        }
    }

    @Test
    void takingBackALikeNeedsNoIdentityAndMakesNone() {
        LikeCount count = gateway.likes.set(tea, 3);
        HttpResponse<String> response = gateway.send("DELETE", like(), null);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.body()).isEqualTo("{\"liked\":false,\"likes\":3,\"likesVersion\":" + count.version() + "}");
    }

    @Test
    void aQueryTellsTheCountsAndWhichOnesTheCallerLikes() {
        gateway.likes.set(tea, 10);
        gateway.likes.set(coffee, 20);
        String bearer = "Bearer " + gateway.visitor();
        gateway.send("POST", like(), null, "Authorization", bearer);
        HttpResponse<String> response = gateway.sendJson(
                "POST",
                "/api/likes/query",
                String.format(Locale.ROOT, "{\"productIds\":[%d,%d,%d,999]}", tea, coffee, coffee),
                "Authorization",
                bearer);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getJsonArray("likes"))
                .hasSize(2)
                .extracting(state -> ((JsonObject) state).getLong("productId") + " "
                        + ((JsonObject) state).getLong("likes") + " " + ((JsonObject) state).getBoolean("liked"))
                .containsExactlyInAnyOrder(tea + " 11 true", coffee + " 20 false");
    }

    @Test
    void aQueryWithoutIdentityMakesNone() {
        gateway.likes.set(tea, 10);
        HttpResponse<String> response = gateway.sendJson("POST", "/api/likes/query", "{\"productIds\":[" + tea + "]}");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.body()).contains("\"liked\":false");
    }

    @Test
    void anEmptyQueryAsksNobody() {
        gateway.likes.questions.clear();
        assertThat(gateway.sendJson("POST", "/api/likes/query", "{\"productIds\":[]}")
                        .body())
                .isEqualTo("{\"likes\":[]}");
        assertThat(gateway.likes.questions).isEmpty();
    }

    private String like() {
        return "/api/products/" + tea + "/like";
    }
}
