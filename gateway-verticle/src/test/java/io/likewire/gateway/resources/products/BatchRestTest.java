package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRestTest {
    private static final String BATCH = "/api/products/batch";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @Test
    void eachRowHasItsOutcomeInOrder() {
        HttpResponse<String> response = send("{\"products\":[" + DRAFT + ",{\"title\":\" \",\"likes\":1},7,"
                + "{\"title\":\"Line\\u2028feed \\\" 🍵\",\"image\":\"/x\"}]}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonArray results = new JsonObject(response.body()).getJsonArray("results");
        assertThat(results).hasSize(4);
        JsonObject first = results.getJsonObject(0);
        assertThat(first.getInteger("status")).isEqualTo(201);
        assertThat(gateway.get("/api/products/" + first.getJsonObject("product").getLong("id"))
                        .body())
                .isEqualTo(first.getJsonObject("product").encode());
        assertThat(results.getJsonObject(1).encode())
                .isEqualTo("{\"status\":400,\"errors\":{\"image\":[\"This field is required.\"],"
                        + "\"likes\":[\"This field is not known.\"],\"title\":[\"This field may not be blank.\"]}}");
        assertThat(results.getJsonObject(2).encode())
                .isEqualTo("{\"status\":400,\"errors\":{\"body\":[\"Expected a JSON object.\"]}}");
        assertThat(results.getJsonObject(3).getJsonObject("product").getString("title"))
                .isEqualTo("Line\u2028feed \" 🍵");
    }

    @Test
    void aThousandRowsAndMoreThan64KilobytesAreTaken() {
        String row = "{\"title\":\"Tea\",\"image\":\"/" + "x".repeat(500) + "\"}";
        HttpResponse<String> response =
                send("{\"products\":[" + String.join(",", Collections.nCopies(1_000, row)) + "]}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getJsonArray("results"))
                .hasSize(1_000)
                .allMatch(result -> ((JsonObject) result).getInteger("status") == 201);
    }

    @Test
    void aKeyMakesTheBatchOnceAndItsAnswerIsReplayedWhole() {
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", "\"a-batch\""};
        String body = "{\"products\":[" + DRAFT + ",{}]}";
        HttpResponse<String> first = gateway.send("POST", BATCH, body, headers);
        HttpResponse<String> second = gateway.send("POST", BATCH, body, headers);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        problem(gateway.send("POST", BATCH, body.replace(",{}", ""), headers), 422);
    }

    @Test
    void rowsThatAreAllWrongAskNobody() {
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "away");
        try {
            assertThat(send("{\"products\":[{}]}").statusCode()).isEqualTo(200);
            problem(send("{\"products\":[{}," + DRAFT + "]}"), 503);
        } finally {
            gateway.products.failure = null;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}                        | products | This field is required.",
                "{\"products\":{}}         | products | Expected a list of products.",
                "{\"products\":null}       | products | Expected a list of products.",
                "{\"products\":[]}         | products | This list may not be empty.",
                "{\"products\":[],\"x\":1} | x        | This field is not known.",
                "[]                        | body     | Expected a JSON object.",
                "{\"products\":[{}         | body     | Malformed JSON."
            })
    void aWrongBodyIs400(String body, String field, String sentence) {
        assertThat(problem(send(body), 400).getJsonObject("errors").getJsonArray(field))
                .containsExactly(sentence);
    }

    @Test
    void moreThanAThousandRowsAre400() {
        String rows = String.join(",", Collections.nCopies(1_001, "1"));
        assertThat(problem(send("{\"products\":[" + rows + "]}"), 400)
                        .getJsonObject("errors")
                        .getJsonArray("products"))
                .containsExactly("Ensure this list has no more than 1000 products.");
    }

    @Test
    void moreThanAMegabyteIs413() {
        problem(send("x".repeat(1024 * 1024 + 1)), 413);
    }

    @Test
    void onlyJsonFromThisMachineIsTaken() {
        problem(gateway.send("POST", BATCH, "products=1", "Content-Type", "application/x-www-form-urlencoded"), 415);
        problem(gateway.sendJson("POST", BATCH, "{}", "Forwarded", "for=x"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE"})
    void theAddressIsNoProduct(String method) {
        HttpResponse<String> response = gateway.send(method, BATCH, null);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    private static HttpResponse<String> send(String body) {
        return gateway.sendJson("POST", BATCH, body);
    }
}
