package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of an answer with one thing wrong: a check that finds nothing there would be worth nothing. */
@Tag("full")
class AnswerCheckTest {
    private static final Path FILE =
            Path.of("").toAbsolutePath().resolveSibling("contracts/src/main/resources/openapi/likewire.yaml");

    /**
     * @param place a header, or a pointer into the body
     * @param value a text for a header, JSON in a body
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            getProduct   | 200 | /title                  | "Tea"      | ``
            likeProduct  | 400 | /title                  | "Tea"      | ``
            getHealth    | 200 | /services/likes/status  | "down"     | ``
            getProduct   | 206 | /title                  | "Tea"      | status 206 is not listed
            getProduct   | 200 | X-Request-Id            | a b        | header X-Request-Id
            getProduct   | 200 | X-More                  | a          | header x-more is not listed
            getProduct   | 200 | Content-Type            | text/plain | media type text/plain is not listed
            getProduct   | 200 | /title                  | 1          | title
            getProduct   | 200 | /id                     | null       | id
            getProduct   | 200 | /more                   | 1          | more
            listProducts | 200 | /0/more                 | 1          | more
            likeProduct  | 200 | /more                   | 1          | more
            likeProduct  | 400 | /more                   | 1          | more
            getHealth    | 200 | /services/likes/more    | 1          | more
            getHealth    | 200 | /services/likes/status  | "sideways" | status
            likeProduct  | 400 | /status                 | 404        | status 400 with a problem of 404
            likeProduct  | 400 | /requestId              | "b"        | requestId is not X-Request-Id
            """)
    void aWrongAnswerIsFound(String id, int status, String place, String value, String complaint) throws IOException {
        Operation operation = OpenApi.operations(Files.readString(FILE)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        HttpHeaders headers = new DefaultHttpHeaders();
        JsonObject described = operation.headersOfAll();
        described.forEach(header -> headers.set(
                header.getKey(), described.getJsonObject(header.getKey()).getString("example")));
        JsonObject content = operation.response(status == 206 ? 200 : status).getJsonObject("content");
        String type = content.fieldNames().iterator().next();
        headers.set("Content-Type", type);
        JsonObject media = content.getJsonObject(type);
        Object body = media.getValue("example", media.getJsonObject("schema").getValue("example"));
        if (place.startsWith("/")) {
            JsonPointer.from(place).writeJson(body, Json.decodeValue(value));
        } else {
            headers.set(place, value);
        }
        RawAnswer answer = new RawAnswer(status, headers, Json.encode(body));

        List<String> complaints = AnswerCheck.complaints(operation, answer);

        if (complaint.isEmpty()) {
            assertThat(complaints).isEmpty();
        } else {
            assertThat(complaints).anyMatch(found -> found.contains(complaint));
        }
    }
}
