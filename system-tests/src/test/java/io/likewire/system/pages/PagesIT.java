package io.likewire.system.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Npm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages tell to type, typed as it stands there, by a reader who begins with the first line of README.md. Maven and
 * npm only look as if they worked: the build around this test has made the jars, and {@link Npm} fetches packages.
 */
@Tag("full")
class PagesIT {
    private static final Path PRELUDE = Path.of("src", "test", "resources", "pages", "prelude.sh");

    @TempDir
    private Path stage;

    @Test
    void everyCommandDoesWhatItsPageSays() throws Exception {
        Optional<String> obstacle = Machine.obstacle();
        obstacle.ifPresent(reason -> System.out.println("PagesIT skipped: " + reason));
        assumeTrue(obstacle.isEmpty(), obstacle::orElseThrow);
        Set<String> lacking = Machine.lacking();
        if (!lacking.contains("node") && !lacking.contains("npm")) {
            fetch("javascript");
            fetch("event-bus");
        }
        Screenplay screenplay = Screenplay.read();
        String script = Files.readString(PRELUDE) + screenplay.script(stage.resolve("typed"), lacking);

        int exit = Machine.run(
                Files.writeString(stage.resolve("reader.sh"), script),
                Map.of(
                        "STAGE",
                        stage.toString(),
                        "ROOT",
                        Page.ROOT.toString(),
                        "CLASS_PATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));

        assertThat(exit).as(Machine.end()).isZero();
        assumeTrue(screenplay.leftOut().isEmpty(), () -> notTyped(screenplay.leftOut()));
    }

    private static String notTyped(Map<String, List<String>> leftOut) {
        return leftOut.entrySet().stream()
                .map(one -> "no " + one.getKey() + " to type what begins with: " + String.join("; ", one.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Other tests run the examples from the same folder. */
    private static void fetch(String example) {
        if (!Files.exists(Path.of("target", "examples", example, "node_modules"))) {
            Npm.install(Page.ROOT.resolve("examples").resolve(example));
        }
    }
}
