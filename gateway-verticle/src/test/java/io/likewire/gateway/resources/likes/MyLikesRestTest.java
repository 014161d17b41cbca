package io.likewire.gateway.resources.likes;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyLikesRestTest {
    private static final String MY_LIKES = "/api/me/likes";

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        for (long id = 1; id <= 5; id++) {
            gateway.likes.set(id, 10);
        }
    }

    @Test
    void theCallersLikesComeInPages() {
        String[] ann = visitor();
        for (long id = 1; id <= 5; id++) {
            gateway.send("PUT", "/api/products/" + id + "/like", null, ann);
        }
        gateway.send("DELETE", "/api/products/4/like", null, ann);
        gateway.send("PUT", "/api/products/4/like", null, visitor());

        List<Long> seen = new ArrayList<>();
        String next = MY_LIKES + "?limit=2";
        while (next != null) {
            HttpResponse<String> page = gateway.get(next, ann);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            new JsonArray(page.body()).forEach(like -> seen.add(((JsonObject) like).getLong("productId")));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void aLikeTellsTheCountAndSinceWhen() {
        String[] ann = visitor();
        gateway.send("PUT", "/api/products/3/like", null, ann);
        assertThat(gateway.get(MY_LIKES, ann).body())
                .matches("\\[\\{\"productId\":3,\"likes\":\\d+,\"version\":\\d+,\"liked\":true,"
                        + "\"likedAt\":\"1970-01-01T00:00:00Z\"}]");
    }

    @Test
    void aCallerWithoutIdentityLikesNothingAndGetsNone() {
        HttpResponse<String> response = gateway.get(MY_LIKES);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("[]");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongTokenIs401() {
        problem(gateway.get(MY_LIKES, "Authorization", "Bearer x"), 401);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "limit=, limit",
        "limit=1&limit=2, limit",
        "after=x, after",
        "after=, after",
        "after=AQAAAAAAAABk, after"
    })
    void aWrongParameterIs400(String query, String field) {
        assertThat(problem(gateway.get(MY_LIKES + "?" + query), 400)
                        .getJsonObject("errors")
                        .fieldNames())
                .containsExactly(field);
    }

    private static String[] visitor() {
        return new String[] {"Authorization", "Bearer " + gateway.visitor()};
    }
}
