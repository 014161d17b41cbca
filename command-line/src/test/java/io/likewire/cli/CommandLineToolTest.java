package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest extends CalledTool {
    private static final String PROBLEM =
            "{\"message\":\"\\u001b[2Jno\",\"errors\":{\"title\":[\"too long\"]},\"requestId\":\"r1\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frob",
                "products",
                "products get",
                "products get x",
                "products update 1",
                "likes like",
                "dead-letters delete",
                "dead-letters retry 1 --all",
                "log-level x loud",
                "seed --products 0",
                "users role ann king",
                "products create x /x.png --idempotency-key a\"b",
                "--output xml health",
                "--timeout 0 health",
                "--url ftp://x health"
            })
    void nonsenseIsRefusedBeforeAnybodyIsAsked(String line) {
        Ran ran = run(line.split(" "));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).startsWith("likewire: ").contains("--help");
        assertThat(ran.out()).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aProblemIsOneHarmlessLine() {
        server.then(400, PROBLEM);

        Ran ran = run("products", "create", "x", "/x.png");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).isEqualToIgnoringNewLines("likewire: \\u001b[2Jno; title: too long (400, request r1)");
    }

    @Test
    void whatIsNotHarmlessIsNotAskedAgain() {
        server.then(503, PROBLEM, "Retry-After", "0");

        assertThat(run("dead-letters", "retry", "--all").exit()).isEqualTo(1);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void repeatsHaveAnEnd() {
        for (int i = 0; i < 10; i++) {
            server.then(503, PROBLEM, "Retry-After", "0");
        }

        assertThat(run("products", "get", "1").exit()).isEqualTo(1);
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void anAnswerOfSomethingElseIsNamed() {
        server.then(502, "<html>");

        Ran ran = run("products", "get", "1");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("the answer was 502 with something else: is this Likewire?");
    }

    @Test
    void nobodyThereIsThree() {
        Ran ran = Ran.of(home, TOKEN, URI.create("http://127.0.0.1:1"), "health");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("likewire: http://127.0.0.1:1 can't be reached");
    }

    @Test
    void jsonIsOneHarmlessLine() {
        server.then(200, "[{\"id\":1,\"title\":\"a\u009bb\"}]");

        assertThat(run("products", "list", "-o", "json").out())
                .isEqualToIgnoringNewLines("[{\"id\":1,\"title\":\"a\\u009bb\"}]");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(run("completion").out()).contains("likewire", "unroutable", "log-level");
    }
}
