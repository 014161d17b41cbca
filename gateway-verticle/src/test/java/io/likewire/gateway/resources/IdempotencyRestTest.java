package io.likewire.gateway.resources;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyRestTest {
    private static final String KEY = "Idempotency-Key";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void forget() {
        gateway.products.forget();
    }

    @Test
    void aProductIsCreatedOnceAndItsAnswerIsReplayedWhole() {
        HttpResponse<String> first = create("\"k-1\"", TestGateway.DRAFT);
        HttpResponse<String> again = create("k-1", TestGateway.DRAFT);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(replayed(first)).isFalse();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(replayed(again)).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(gateway.products.count()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestHasItsEffect() {
        gateway.sendJson("POST", "/api/products", TestGateway.DRAFT);
        gateway.sendJson("POST", "/api/products", TestGateway.DRAFT);

        assertThat(gateway.products.count()).isEqualTo(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        create("k-1", TestGateway.DRAFT);

        JsonObject problem = problem(create("k-1", TestGateway.DRAFT.replace("Tea", "Coffee")), 422);

        assertThat(problem.getString("type")).isEqualTo("/problems/key-used-for-another-request");
    }

    @Test
    void theSameProductPutOtherwiseIsTheSameRequest() {
        create("k-1", TestGateway.DRAFT);

        HttpResponse<String> json = create("k-1", "{ \"image\":\"https://x/y.png\", \"title\" : \" Tea\" }");
        HttpResponse<String> form = gateway.send(
                "POST",
                "/api/products",
                "title=Tea&image=https%3A%2F%2Fx%2Fy.png",
                "Content-Type",
                "application/x-www-form-urlencoded",
                KEY,
                "k-1");

        assertThat(List.of(json, form)).allMatch(IdempotencyRestTest::replayed);
    }

    @Test
    void whileTheFirstIsRunningTheOthersAreToldToWait() {
        gateway.products.failure = new Refusal(ProblemType.IDEMPOTENCY_RUNNING, "Still running");

        HttpResponse<String> response = create("k-1", TestGateway.DRAFT);

        assertThat(problem(response, 409).getString("type")).isEqualTo("/problems/request-in-progress");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
    }

    @Test
    void aLikeIsReplayedAsTheSuccessThatItWas() {
        long tea = gateway.products.add("Tea").id();
        gateway.likes.set(tea, 0);
        String ann = gateway.visitor();

        HttpResponse<String> first = like(tea, ann, "k-1");
        HttpResponse<String> again = like(tea, ann, "k-1");
        HttpResponse<String> other = like(tea, ann, "k-2");
        HttpResponse<String> otherAgain = like(tea, ann, "k-2");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(replayed(again)).isTrue();
        assertThat(problem(other, 400).getString("type")).isEqualTo("/problems/already-liked");
        assertThat(replayed(other)).isFalse();
        assertThat(replayed(otherAgain)).isTrue();
        assertThat(withoutRequestId(otherAgain)).isEqualTo(withoutRequestId(other));
    }

    @Test
    void aKeyOfOneProductIsNoneForAnother() {
        gateway.likes.set(1, 0);
        gateway.likes.set(2, 0);
        String ann = gateway.visitor();
        like(1, ann, "k-1");

        problem(like(2, ann, "k-1"), 422);
    }

    @Test
    void twoVisitorsWithTheSameKeyHaveNothingToDoWithEachOther() {
        gateway.likes.set(1, 0);

        like(1, gateway.visitor(), "k-1");
        HttpResponse<String> other = like(1, gateway.visitor(), "k-1");

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(replayed(other)).isFalse();
        assertThat(new JsonObject(other.body()).getLong("likes")).isEqualTo(2);
    }

    @Test
    void aKeyNeedsAnIdentity() {
        gateway.likes.set(1, 0);

        HttpResponse<String> response = gateway.send("POST", "/api/products/1/like", null, KEY, "k-1");

        assertThat(problem(response, 400).getJsonObject("errors").fieldNames()).containsExactly(KEY);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"k", "a b", "a, b"})
    void aKeyThatIsNoneIsRefusedBeforeAnythingHappens(String key) {
        gateway.likes.set(1, 0);

        assertThat(problem(create(key, TestGateway.DRAFT), 400)
                        .getJsonObject("errors")
                        .fieldNames())
                .containsExactly(KEY);
        problem(like(1, gateway.visitor(), key), 400);
        assertThat(gateway.products.count()).isZero();
    }

    @Test
    void severalKeysAreRefused() {
        HttpResponse<String> response =
                gateway.sendJson("POST", "/api/products", TestGateway.DRAFT, KEY, "a", KEY, "b");

        problem(response, 400);
    }

    @Test
    void whatChangesNothingTakesAnyKeyAndForgetsIt() {
        String question = "{\"productIds\":[1]}";

        HttpResponse<String> counts = gateway.sendJson("POST", "/api/likes/query", question, KEY, "k-1");
        HttpResponse<String> one = gateway.send("POST", "/api/visitors", null, KEY, "k-1");
        HttpResponse<String> another = gateway.send("POST", "/api/visitors", null, KEY, "k-1");

        assertThat(counts.statusCode()).isEqualTo(200);
        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(another.body()).as("a key is no secret").isNotEqualTo(one.body());
    }

    private HttpResponse<String> create(String key, String draft) {
        return gateway.sendJson("POST", "/api/products", draft, KEY, key);
    }

    private HttpResponse<String> like(long id, String token, String key) {
        return gateway.send(
                "POST", "/api/products/" + id + "/like", null, "Authorization", "Bearer " + token, KEY, key);
    }

    private static JsonObject withoutRequestId(HttpResponse<String> response) {
        JsonObject problem = new JsonObject(response.body());
        problem.remove("requestId");
        return problem;
    }

    private static boolean replayed(HttpResponse<String> response) {
        return response.headers().firstValue("Idempotency-Replayed").equals(Optional.of("true"));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
