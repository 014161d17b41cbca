package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest extends CalledTool {
    private final List<String> questions = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "dead-letters delete --all, Delete all messages? They will not be processed.",
        "unroutable retry --all, Retry all messages?",
        "sessions end, End all sessions? Everybody has to sign in again.",
        "keys withdraw k1, Withdraw key k1? No token of it counts any more.",
        "users lock ann, Lock ann? All sessions of the account end.",
        "users role ann admin, Change the role of ann to admin?",
        "users reset-password ann, Reset the password of ann? All sessions of the account end.",
        "products delete 4, Delete product 4 and its likes?",
        "products delete 4 7, Delete 2 products and their likes?"
    })
    void withoutAYesNothingIsSent(String line, String question) {
        for (String answer : new String[] {"", "n", "yeah", null}) {
            Ran ran = answering(answer, line.split(" "));

            assertThat(ran).isEqualTo(new Ran(1, "", "likewire: Nothing was changed" + System.lineSeparator()));
        }
        assertThat(questions).hasSize(4).containsOnly(question + " [y/N] ");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whoeverSaysYesBeforeIsNotAsked() {
        server.then(200, "{\"ended\":2}").then(200, "{\"ended\":2}").then(200, "{\"ended\":2}");

        assertThat(answering("y", "sessions", "end").exit()).isZero();
        assertThat(answering("n", "sessions", "end", "--yes").exit()).isZero();
        assertThat(run("sessions", "end").exit()).isZero();
        assertThat(questions).hasSize(1);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void whatAnImportWouldDoIsShownBeforeItIsDone() throws IOException {
        String file = Files.writeString(home.resolve("p.csv"), "title;image").toString();
        String row = "{\"line\":2,\"outcome\":\"changed\",\"changes\":{\"title\":{\"from\":\"b\",\"to\":\"new b\"}}}\n";
        String preview = row + "{\"total\":{\"created\":1,\"changed\":2,\"unchanged\":3,\"failed\":0}}\n";
        server.then(200, preview).then(200, preview).then(200, preview).then(200, preview);

        Ran no = answering("n", "products", "import", file);
        assertThat(no.err()).contains("line 2: title: \"b\" becomes \"new b\"", "Nothing was changed");
        assertThat(answering("y", "products", "import", file).out())
                .isEqualToIgnoringNewLines("1 products made, 2 changed, 3 unchanged, 0 refused.");
        answering("n", "products", "import", file, "--yes");

        assertThat(questions)
                .hasSize(2)
                .containsOnly("1 products to make, 2 to change, 3 unchanged, 0 refused. Import them? [y/N] ");
        assertThat(server.asked().stream().map(asked -> asked.replaceAll(".*dryRun=(\\w+).*", "$1")))
                .containsExactly("true", "true", "false", "false");
    }

    private Ran answering(String answer, String... arguments) {
        return Ran.at(
                question -> {
                    questions.add(question);
                    return answer;
                },
                home,
                TOKEN,
                server.address(),
                arguments);
    }
}
