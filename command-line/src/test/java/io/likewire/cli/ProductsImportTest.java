package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductsImportTest extends CalledTool {
    private static final String FILE = "{\"file\":{\"rows\":3,\"format\":\"csv\",\"encoding\":\"windows-1252\"}}\n";
    private static final String ROWS = """
            {"line":2,"outcome":"changed","id":2,"title":"new b","changes":{"title":{"from":"b","to":"new b"}}}
            {"line":5,"outcome":"failed","title":"c","errors":{"image":["Not a path."],"row":["Unexpected quote."]}}
            {"line":6,"column":3,"outcome":"failed","title":"d","errors":{"id":["There is no product 9"]}}
            """;
    private static final String TOTAL = "{\"total\":{\"created\":1,\"changed\":1,\"unchanged\":4,\"failed\":2}}\n";

    private static final String LARGE_LINE = "{\"title\":\"" + "x".repeat(1_000_000) + "\"}\n";
    private static final String LARGE_ROW = "x".repeat(1_000_000) + ",/t\n";

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(home.resolve("p.csv"), "title;image");
    }

    @Test
    void whatTheServerSaysOfEachRowIsTold() {
        server.then(200, FILE + ROWS + TOTAL).then(200, FILE + ROWS + TOTAL);

        Ran dry = imported("--dry-run");
        assertThat(dry.out()).contains("1 products to make, 1 to change, 4 unchanged, 2 refused.");
        assertThat(dry.err())
                .contains(
                        "the file was read as windows-1252",
                        "line 2: title: \"b\" becomes \"new b\"",
                        "line 5: image: Not a path.; Unexpected quote.",
                        "line 6, column 3: id: There is no product 9");

        Ran ran = imported("--idempotency-key=k");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("1 products made, 1 changed, 4 unchanged, 2 refused.");
        assertThat(ran.err()).doesNotContain("line 2");
        assertThat(server.asked().get(0)).startsWith("POST /api/products/import?dryRun=true Bearer t1 ");
        assertThat(server.asked().get(1)).isEqualTo("POST /api/products/import?dryRun=false Bearer t1 \"k\"");
    }

    @Test
    void anAnswerThatBrokeOffIsAskedForAgain() {
        server.then(200, FILE).then(200, FILE + TOTAL).then(200, FILE).then(200, FILE);

        assertThat(imported("--idempotency-key=k").out()).contains("1 products made");
        assertThat(imported("--idempotency-key=k"))
                .matches(ran -> ran.exit() == 3 && ran.err().contains("broke off; it may be done: repeat it with"));
    }

    @Test
    void aProblemMidwayIsTold() {
        server.then(200, FILE + ROWS + "{\"problem\":{\"status\":503,\"message\":\"Service unavailable\"}}\n");

        Ran ran = imported("--idempotency-key=k");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("line 5", "broke off: Service unavailable (503); repeat it with --idempotency-key k");
    }

    @Test
    void linesOfALargeFileAreCountedFromItsStart() throws IOException {
        Files.writeString(file, LARGE_LINE.repeat(9));
        String why = "\"Line 2: not utf-8. Save it.\"";
        String refused = "{\"message\":" + why + ",\"errors\":{\"body\":[" + why + "]}}";
        for (int i = 0; i < 3; i++) {
            server.then(200, FILE + TOTAL);
        }
        server.then(400, refused);

        assertThat(imported("--idempotency-key=k"))
                .matches(ran -> ran.exit() == 1 && ran.err().contains("Line 10: not utf-8. Save it. (400)"));
        assertThat(server.asked()).last().asString().endsWith("\"k-9\"");
    }

    @Test
    void nothingIsMadeWhereAPartOfALargeFileIsRefused() throws IOException {
        Files.writeString(file, "title,image\n" + LARGE_ROW.repeat(9));
        server.then(200, FILE + TOTAL).then(400, "{\"message\":\"Line 3: unexpected quote\"}");

        assertThat(imported()).matches(ran -> ran.exit() == 1 && ran.err().contains("Line 11: unexpected quote (400)"));
        assertThat(server.asked()).hasSize(2).allMatch(asked -> asked.contains("dryRun=true"));
    }

    @Test
    void aLargeFileThatCannotBeDividedIsRefusedWithAWayOut() throws IOException {
        Files.writeString(file, "[" + LARGE_LINE.repeat(9));
        assertThat(imported())
                .matches(ran -> ran.exit() == 2)
                .extracting(Ran::err)
                .asString()
                .contains("is larger than 8 MB and can't be sent in parts. Divide it, or write it as CSV in UTF-8, or");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsAWrongCommand() {
        file = home.resolve("nowhere");
        assertThat(imported()).matches(ran -> ran.exit() == 2 && ran.err().contains("There is no file"));
        file = home;
        assertThat(imported()).matches(ran -> ran.exit() == 2 && ran.err().contains("can't be read"));
    }

    private Ran imported(String... options) {
        return run(Stream.of(Stream.of("products", "import"), Stream.of(options), Stream.of(file.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
