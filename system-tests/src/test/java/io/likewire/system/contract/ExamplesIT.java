package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import io.likewire.system.rig.Wired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/rest-api.md, run as they stand there. */
@Tag("full")
class ExamplesIT {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/rest-api.md");
    private static final Path FOLDER = Path.of("target", "examples").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({"sh, bash, 'set -eo pipefail\n'", "js, node, ''", "python, python3, ''"})
    void theyDoWhatTheySay(String language, String program, String start) throws IOException {
        boolean there = Program.onPath(program);
        if (!there) {
            System.out.printf("ExamplesIT skipped for %s: no %s found on PATH%n", language, program);
        }
        Assumptions.assumeTrue(there, "no " + program + " found on PATH");
        Files.createDirectories(FOLDER);
        String suffix = language.equals("js") ? "mjs" : language;
        Path script = Files.writeString(FOLDER.resolve("examples." + suffix), start + blocks(language));

        Program run = Program.run(
                FOLDER,
                Map.of("B", Wired.shared().cluster().gateway().toString()),
                List.of(program, script.toString()));

        assertThat(run.exit()).as(run.output()).isZero();
    }

    private static String blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
