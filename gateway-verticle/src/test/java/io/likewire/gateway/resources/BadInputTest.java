package io.likewire.gateway.resources;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final String LONG = "x".repeat(201);

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "abc",
                "1.0",
                "-1",
                "0",
                "01",
                "9223372036854775808",
                "99999999999999999999",
                "1%2F",
                "+1",
                "1;x",
                "%F0%9F%8D%B5"
            })
    void whatNamesNoProductIs404(String id) {
        problem(gateway.get("/api/products/" + id), 404);
        problem(gateway.sendJson("PUT", "/api/products/" + id, DRAFT), 404);
        problem(gateway.send("DELETE", "/api/products/" + id, null), 404);
        problem(gateway.send("POST", "/api/products/" + id + "/like", null), 404);
        problem(gateway.send("PUT", "/api/products/" + id + "/like", null), 404);
        problem(gateway.send("DELETE", "/api/products/" + id + "/like", null), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/products//",
                "/api/products/1/likes",
                "/api/products/1/likes/",
                "/openapi.yaml/",
                "/API/products",
                "/nothing.html",
                "/../etc/passwd",
                "/.hidden"
            })
    void unknownPathsAre404(String path) {
        problem(gateway.get(path), 404);
    }

    static Stream<Arguments> invalidDrafts() {
        return Stream.of(
                Arguments.of("{\"image\":\"/x\"}", "title", "This field is required."),
                Arguments.of("{\"title\":\"x\"}", "image", "This field is required."),
                Arguments.of("{\"title\":\" \",\"image\":\"/x\"}", "title", "This field may not be blank."),
                Arguments.of("{\"title\":null,\"image\":\"/x\"}", "title", "This field may not be null."),
                Arguments.of("{\"title\":7,\"image\":\"/x\"}", "title", "Not a valid string."),
                Arguments.of("{\"title\":[\"x\"],\"image\":\"/x\"}", "title", "Not a valid string."),
                Arguments.of(
                        "{\"title\":\"" + LONG + "\",\"image\":\"/x\"}",
                        "title",
                        "Ensure this field has no more than 200 characters."),
                Arguments.of(
                        "{\"title\":\"x\",\"image\":\"javascript:alert(1)\"}",
                        "image",
                        "Enter an http or https URL, or a path."),
                Arguments.of("{\"title\":\"x\",\"image\":\"/x\",\"likes\":5}", "likes", "This field is not known."),
                Arguments.of("{\"title\":\"x\",\"image\":\"/x\",\"id\":5}", "id", "This field is not known."),
                Arguments.of("[]", "body", "Expected a JSON object."),
                Arguments.of("\"x\"", "body", "Expected a JSON object."),
                Arguments.of("null", "body", "Expected a JSON object."),
                Arguments.of("", "body", "Malformed JSON."),
                Arguments.of("{", "body", "Malformed JSON."),
                Arguments.of("{\"title\":\"x\",\"image\":\"/x\"} x", "body", "Malformed JSON."),
                Arguments.of("{\"title\":\"x\",\"title\":\"y\",\"image\":\"/x\"}", "body", "Malformed JSON."),
                Arguments.of("[".repeat(40) + "]".repeat(40), "body", "Malformed JSON."),
                Arguments.of("{\"title\":" + "1".repeat(40) + "}", "body", "Malformed JSON."));
    }

    @ParameterizedTest
    @MethodSource("invalidDrafts")
    void aWrongBodyIs400AndSaysWhatIsWrongWhere(String body, String field, String sentence) {
        for (String request : List.of("POST /api/products", "PUT /api/products/1")) {
            String[] methodAndPath = request.split(" ");
            JsonObject errors = problem(gateway.sendJson(methodAndPath[0], methodAndPath[1], body), 400)
                    .getJsonObject("errors");
            assertThat(errors.getJsonArray(field)).containsExactly(sentence);
        }
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        JsonObject problem = problem(gateway.sendJson("POST", "/api/products", "{\"x\":1}"), 400);
        assertThat(problem.getJsonObject("errors").fieldNames()).containsExactlyInAnyOrder("title", "image", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/merge-patch+json",
                "multipart/mixed; boundary=x",
                "application/xml",
                "application/problem+json",
                "application/jsonx"
            })
    void anotherMediaTypeIs415(String type) {
        problem(gateway.send("POST", "/api/products", DRAFT, "Content-Type", type), 415);
        problem(gateway.send("PUT", "/api/products/1", DRAFT, "Content-Type", type), 415);
        problem(gateway.send("POST", "/api/likes/query", "{}", "Content-Type", type), 415);
    }

    @Test
    void noMediaTypeIs415() {
        problem(gateway.send("POST", "/api/products", DRAFT), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "x"})
    void theBodyOfALikeIsIgnored(String type) {
        gateway.likes.set(2, 0);
        HttpResponse<String> response = gateway.send("POST", "/api/products/2/like", "{%%&=--", "Content-Type", type);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH   | /api/products          | GET, HEAD, OPTIONS, POST",
                "DELETE  | /api/products          | GET, HEAD, OPTIONS, POST",
                "TRACE   | /api/products          | GET, HEAD, OPTIONS, POST",
                "TRACE   | /api/products/1        | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "POST    | /api/products/1        | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "GET     | /api/products/1/like   | DELETE, OPTIONS, POST, PUT",
                "GET     | /api/likes/query       | OPTIONS, POST",
                "GET     | /api/visitors          | OPTIONS, POST",
                "POST    | /api/user              | GET, HEAD, OPTIONS",
                "POST    | /api/health            | GET, HEAD, OPTIONS",
                "TRACE   | /openapi.yaml          | GET, HEAD, OPTIONS",
                "BREW    | /api/user              | GET, HEAD, OPTIONS"
            })
    void anotherMethodIs405AndTheAnswerNamesTheRightOnes(String method, String path, String allow) {
        HttpResponse<String> response = gateway.send(method, path, null);
        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains(allow);
    }

    @Test
    void aBodyOver64KilobytesIs413() {
        String body = "{\"title\":\"" + "x".repeat(70_000) + "\",\"image\":\"/x\"}";
        problem(gateway.sendJson("POST", "/api/products", body), 413);
        problem(gateway.send("POST", "/api/products/1/like", body), 413);
    }

    @Test
    void aChunkedBodyOver64KilobytesIs413() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port + "/api/products"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(70_000))));
        problem(gateway.send(request), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "abc", "1.5", "", "99999999999"})
    void aWrongLimitIs400(String limit) {
        JsonObject problem = problem(gateway.get("/api/products?limit=" + limit), 400);
        assertThat(problem.getJsonObject("errors").fieldNames()).containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "AAAA", "%20", "AgAAAAAAAAAB", "AQAAAAAAAAAA", ""})
    void aForeignCursorIs400(String cursor) {
        JsonObject problem = problem(gateway.get("/api/products?after=" + cursor), 400);
        assertThat(problem.getJsonObject("errors").fieldNames()).containsExactly("after");
    }

    static Stream<Arguments> invalidQueries() {
        return Stream.of(
                Arguments.of("{}", "This field is required."),
                Arguments.of("{\"productIds\":7}", "Expected a list of ids."),
                Arguments.of("{\"productIds\":[\"7\"]}", "Expected whole numbers above 0."),
                Arguments.of("{\"productIds\":[1.0]}", "Expected whole numbers above 0."),
                Arguments.of("{\"productIds\":[0]}", "Expected whole numbers above 0."),
                Arguments.of("{\"productIds\":[null]}", "Expected whole numbers above 0."),
                Arguments.of("{\"productIds\":[9223372036854775808]}", "Expected whole numbers above 0."),
                Arguments.of(
                        "{\"productIds\":[" + "1,".repeat(100) + "1]}", "Ensure this list has no more than 100 ids."));
    }

    @ParameterizedTest
    @MethodSource("invalidQueries")
    void aWrongQueryIs400(String body, String sentence) {
        JsonObject problem = problem(gateway.sendJson("POST", "/api/likes/query", body), 400);
        assertThat(problem.getJsonObject("errors").getJsonArray("productIds")).containsExactly(sentence);
    }
}
