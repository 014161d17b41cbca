package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends CalledTool {
    private static final String PROBLEM = "{\"message\":\"no\"}";

    @Test
    void aCreationIsAskedAgainWithTheSameKey() {
        server.then(503, PROBLEM, "Retry-After", "0").then(201, "{\"id\":7}");

        assertThat(run("products", "create", "x", "/x.png").exit()).isZero();
        assertThat(server.asked()).hasSize(2).containsOnly(server.asked().get(0));
        assertThat(server.asked().get(0)).matches("POST /api/products Bearer t1 \"[-0-9a-f]{36}\"");
    }

    @Test
    void aCreationWhoseAnswerWasLostIsAskedAgainWithTheSameKey() {
        server.thenLost().then(201, "{\"id\":7}");

        assertThat(run("products", "create", "x", "/x.png").exit()).isZero();
        assertThat(server.asked()).hasSize(2).containsOnly(server.asked().get(0));
    }

    @Test
    void whenAnswersAreLostForGoodTheKeyIsToldAndTheNextCallCanUseIt() {
        server.thenLost().thenLost().then(201, "{\"id\":7}");

        Ran lost = run("products", "create", "x", "/x.png");
        assertThat(lost.exit()).isEqualTo(3);
        assertThat(lost.err()).contains("it may be done: repeat it with --idempotency-key ");
        String key = lost.err().strip().replaceAll(".* ", "");

        assertThat(run("products", "create", "x", "/x.png", "--idempotency-key", key)
                        .exit())
                .isZero();
        assertThat(server.asked()).hasSize(3).containsOnly(server.asked().get(0));
        assertThat(server.asked().get(0)).contains(key);
    }

    @Test
    void anImportIsRepeatedWithItsKey() throws IOException {
        Path file = Files.writeString(home.resolve("p.ndjson"), "{\"title\":\"x\",\"image\":\"/x.png\"}\n");
        server.thenLost().thenLost().then(200, "{\"total\":{\"created\":1}}");

        String key = run("products", "import", file.toString()).err().strip().replaceAll(".* ", "");
        Ran again = run("products", "import", "--idempotency-key", key, file.toString());

        assertThat(again.out()).contains("1 products made, 0 changed, 0 unchanged, 0 refused.");
        assertThat(server.asked())
                .hasSize(3)
                .containsOnly("POST /api/products/import?dryRun=false Bearer t1 \"" + key + "\"");
    }

    @Test
    void whatToTryThingsWithIsMadeOnce() {
        String made = "{\"results\":[{\"product\":{\"id\":7}}]}";
        server.thenLost().thenLost().then(200, made);

        Ran lost = run("seed", "--products=1", "--likes=0");
        assertThat(lost.exit()).isEqualTo(3);
        String key = lost.err().strip().replaceAll(".*repeat it with --idempotency-key ", "");
        Ran again = run("seed", "--products=1", "--likes=0", "--idempotency-key", key);

        assertThat(again.out()).contains("1 products and 0 likes made.");
        assertThat(server.asked()).hasSize(3).containsOnly("POST /api/products/batch Bearer t1 \"" + key + "-0\"");
    }
}
