package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProductsImportTest {
    @TempDir
    private Path home;

    @RegisterExtension
    private final ScriptedServer server = new ScriptedServer();

    @Test
    void aLineWithAnIdChangesThatProduct() throws IOException {
        Path file = Files.writeString(home.resolve("p.ndjson"), """
                {"id":1,"title":"a","image":"/x.png","likes":3}
                {"id":2,"title":"new b","image":"/x.png"}
                {"id":3,"title":"c","image":"/x.png"}
                {"id":2,"title":"b again","image":"/x.png"}
                """);
        String found = """
                [{"id":1,"title":"a","image":"/x.png","version":5,"likesVersion":0},
                {"id":2,"title":"b","image":"/x.png","version":6,"likesVersion":7}]""";
        server.then(200, found).then(200, found).then(200, "{\"id\":2}");

        Ran dry = run("products", "import", "--dry-run", file.toString());
        assertThat(dry.out()).contains("0 products to make, 1 to change, 1 unchanged, 2 refused.");
        assertThat(dry.err()).contains("line 2: title: \"b\" becomes \"new b\"");
        Ran ran = run("products", "import", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("0 products made, 1 changed, 1 unchanged, 2 refused.");
        assertThat(ran.err()).contains("line 3: There is no product 3", "line 4: A line above is product 2 too");
        assertThat(server.asked())
                .containsExactly(
                        "GET /api/products?ids=1,2,3 null null",
                        "GET /api/products?ids=1,2,3 null null",
                        "PUT /api/products/2 Bearer t1 null");
    }

    @Test
    void aLineThatNamesNoDescriptionKeepsIt() throws IOException {
        Path file = Files.writeString(home.resolve("p.ndjson"), """
                {"id":1,"title":"a","image":"/x.png"}
                {"id":2,"title":"a","image":"/x.png","description":""}
                """);
        String found = """
                [{"id":1,"title":"a","image":"/x.png","description":"old","version":5,"likesVersion":0},
                {"id":2,"title":"a","image":"/x.png","description":"old","version":6,"likesVersion":7}]""";
        server.then(200, found);

        Ran dry = run("products", "import", "--dry-run", file.toString());

        assertThat(dry.out()).contains("0 products to make, 1 to change, 1 unchanged, 0 refused.");
        assertThat(dry.err()).contains("line 2: description: \"old\" becomes \"\"");
    }

    private Ran run(String... arguments) {
        return Ran.of(home, Map.of("LIKEWIRE_TOKEN", "t1"), server.address(), arguments);
    }
}
