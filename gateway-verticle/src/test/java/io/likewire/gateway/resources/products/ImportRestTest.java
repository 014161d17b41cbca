package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRestTest {
    private static final String IMPORT = "/api/products/import";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void forget() {
        gateway.products.forget();
    }

    @Test
    void everyRowIsToldWithItsLine() {
        String file = "title,image\r\n\r\n\r\nTea,/tea.svg\r\n\r\nBad picture,nowhere\r\n";
        assertThat(send(file).body()).isEqualTo("""
                {"file":{"rows":2,"format":"csv","encoding":"utf-8","separator":","}}
                {"line":4,"outcome":"created","id":1,"title":"Tea"}
                {"line":6,"outcome":"failed","title":"Bad picture","errors":{"image":["Enter an http or https URL, or a path."]}}
                {"total":{"created":1,"changed":0,"unchanged":0,"failed":1}}
                """);
        assertThat(gateway.products.count()).isEqualTo(1);
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() {
        long id = gateway.products.add("tea").id();
        long same = gateway.products.add("same").id();
        String file = "id,title,image,description\n" + id + ",Tea,/tea.png,\n" + same + ",same\n,New,/x\n99,No,/x\n"
                + id + ",Twice,/x\nx,No,/x\n";
        List<String> dry = send(file, "?dryRun=true").body().lines().toList();
        assertThat(dry)
                .contains(
                        "{\"line\":2,\"outcome\":\"changed\",\"id\":1,\"title\":\"Tea\",\"changes\":{\"title\":{\"from\":\"tea\",\"to\":\"Tea\"}}}",
                        "{\"line\":3,\"outcome\":\"failed\",\"id\":2,\"title\":\"same\",\"errors\":{\"image\":[\"This field is required.\"]}}",
                        "{\"line\":4,\"outcome\":\"created\",\"title\":\"New\"}",
                        "{\"line\":5,\"outcome\":\"failed\",\"id\":99,\"title\":\"No\",\"errors\":{\"id\":[\"There is no product 99\"]}}",
                        "{\"line\":6,\"outcome\":\"failed\",\"id\":1,\"title\":\"Twice\",\"errors\":{\"id\":[\"An earlier row has this product.\"]}}",
                        "{\"line\":7,\"outcome\":\"failed\",\"title\":\"No\",\"errors\":{\"id\":[\"There is no product x\"]}}");
        assertThat(gateway.products.count()).isEqualTo(2);
        List<String> done = send(file).body().lines().toList();
        assertThat(done.get(dry.size() - 1)).isEqualTo(dry.get(dry.size() - 1));
        assertThat(send(file).body()).contains("\"line\":2,\"outcome\":\"unchanged\"");
    }

    @Test
    void titlesThatAreNoTextAreRefused() {
        String file = "[{\"title\":{\"rendered\":\"Tea\"},\"image\":\"/t\"},\n{\"title\":[\"Tea\"],\"image\":\"/t\"},"
                + "{\"title\":true,\"image\":\"/t\"},{\"id\":{},\"title\":\"a\",\"image\":\"/t\"},{\"title\":\"\\ud800\",\"image\":\"/t\"}]";
        assertThat(send(file).body())
                .contains(
                        "{\"line\":1,\"column\":2,\"outcome\":\"failed\",\"errors\":{\"title\":[\"Not a valid string.\"]}}")
                .contains("\"created\":0,\"changed\":0,\"unchanged\":0,\"failed\":5");
    }

    @Test
    void aBrokenLineIsToldAndTheRestIsMade() {
        String line = "{\"title\":\"a\",\"image\":\"/t\"}\n";
        assertThat(send(line.repeat(501) + "{\"title\n" + line).body())
                .contains("{\"line\":502,\"outcome\":\"failed\",\"errors\":{\"row\":[\"Malformed JSON.\"]}}")
                .contains("\"line\":503,\"outcome\":\"created\"")
                .contains("\"created\":502,\"changed\":0,\"unchanged\":0,\"failed\":1");
        assertThat(gateway.products.count()).isEqualTo(502);
    }

    /** A part of a larger file may be that. */
    @Test
    void linesOfJsonThatAreAllBrokenAreNoCsv() {
        assertThat(gateway.send("POST", IMPORT, "\"a\"}\n", "Content-Type", "application/x-ndjson")
                        .body())
                .contains("{\"line\":1,\"outcome\":\"failed\",\"errors\":{\"row\":[\"Malformed JSON.\"]}}");
    }

    @Test
    void aRepeatMakesNoRowTwiceAndTheKeyStandsForOneFile() {
        String file = "title,image\n"
                + IntStream.range(0, 250).mapToObj(i -> "Tea " + i + ",/t").collect(Collectors.joining("\n"));
        String[] key = {"Content-Type", "text/csv", "Idempotency-Key", "\"an-import\""};
        String first = gateway.send("POST", IMPORT, file, key).body();
        assertThat(gateway.send("POST", IMPORT, file, key).body()).isEqualTo(first);
        assertThat(gateway.products.count()).isEqualTo(250);
        problem(gateway.send("POST", IMPORT, file.replace("Tea 0", "Tee"), key), 422);
        String last = gateway.send("POST", IMPORT, file.replace("Tea 240", "Tee"), key)
                .body()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(new JsonObject(last).getJsonObject("problem").getInteger("status"))
                .isEqualTo(422);
    }

    @Test
    void anArrayInOneLineHasAKeyForEachPiece() {
        List<String> rows = IntStream.range(0, 350)
                .mapToObj(i -> "{\"title\":\"Tea " + i + "\",\"image\":\"/t\"}")
                .toList();
        String[] key = {"Content-Type", "application/json", "Idempotency-Key", "\"an-array\""};
        String first = gateway.send("POST", IMPORT, rows.toString(), key).body();
        assertThat(first).contains("{\"total\":{\"created\":350,");
        assertThat(gateway.send("POST", IMPORT, rows.toString(), key).body()).isEqualTo(first);
        assertThat(gateway.products.count()).isEqualTo(350);
    }

    @Test
    void whatNobodyUnderstandsIsRefusedAsAWhole() {
        JsonObject problem = problem(send("title,image\nPlain,/p\n\"Tea\" green,/t\n"), 400);
        assertThat(problem.getString("message")).isEqualTo("Line 3: unexpected quote");
        assertThat(gateway.products.count()).isZero();
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "away");
        problem(send("title,image\nPlain,/p\n"), 503);
        problem(send("", "?dryRun=yes"), 400);
        problem(send(" ".repeat(8 * 1024 * 1024 + 1)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void whatAFormOfAnotherSiteMaySendIsNotTaken(String type) {
        problem(gateway.send("POST", IMPORT, "title,image\nTea,/t\n", "Content-Type", type), 415);
        problem(gateway.send("POST", IMPORT, "title,image\nTea,/t\n"), 415);
    }

    private static HttpResponse<String> send(String file) {
        return send(file, "");
    }

    private static HttpResponse<String> send(String file, String query) {
        return gateway.send("POST", IMPORT + query, file, "Content-Type", "text/csv; charset=utf-8");
    }
}
