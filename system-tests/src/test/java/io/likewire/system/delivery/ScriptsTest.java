package io.likewire.system.delivery;

import static io.likewire.system.delivery.Scripts.ROOT;
import static io.likewire.system.delivery.Scripts.bash;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every script is good bash, and a test runs it. */
@Tag("full")
class ScriptsTest {
    private static final Map<String, String> RUN_BY = new TreeMap<>(Map.ofEntries(
            Map.entry("run", "RunScriptIT"),
            Map.entry("likewire", "PagesIT"),
            Map.entry(".ci/deploy", "CiScriptsTest"),
            Map.entry(".ci/image", "CiScriptsTest"),
            Map.entry(".ci/install", "CiScriptsTest"),
            Map.entry(".ci/notes", "ReleaseScriptTest"),
            Map.entry(".ci/release", "ReleaseScriptTest"),
            Map.entry(".ci/run", "CiScriptsTest"),
            Map.entry(".ci/scan", "CiScriptsTest"),
            Map.entry(".ci/soak", "CiScriptsTest"),
            Map.entry(".ci/test", "CiScriptsTest"),
            Map.entry("deploy/images/train.sh", "TrainScriptTest"),
            Map.entry("deploy/kubernetes/development-secrets", "ManifestsTest"),
            Map.entry("deploy/mysql/users.sh", "DatabaseUsersIT"),
            Map.entry("deploy/rabbitmq/users.sh", "BrokerRightsIT"),
            Map.entry("deploy/secrets.sh", "SecretsScriptTest")));

    @Test
    void aTestRunsEachOfThem() throws IOException {
        assertThat(scripts().map(script -> ROOT.relativize(script).toString()))
                .containsExactlyInAnyOrderElementsOf(RUN_BY.keySet());
        try (Stream<Path> files =
                Files.find(ROOT, 20, (file, kind) -> file.toString().endsWith(".java"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(RUN_BY.values());
        }
    }

    @Test
    void theyAreGoodBash() throws IOException {
        String check = Program.onPath("shellcheck") ? "shellcheck \"$1\"" : "bash -n \"$1\"";
        assertThat(scripts()).allSatisfy(script -> {
            assertThat(Files.isExecutable(script))
                    .as("%s is read by another", script)
                    .isEqualTo(isProgram(script));
            assertThat(bash(check, script.toString())).isEqualTo(new Program(0, ""));
        });
    }

    @Test
    void theCommandLineFindsAClosedInputEmpty(@TempDir Path folder) {
        String script = """
                mkdir -p "$1/command-line/target" "$1/bin"
                touch "$1/command-line/target/command-line.jar"
                printf '#!/bin/sh\\nwc -c\\n' >"$1/bin/java"
                cp "$2" "$1/likewire"
                chmod +x "$1/bin/java"
                JAVA_HOME="$1" "$1/likewire" products import - <&-""";
        Program told = bash(script, folder.toString(), ROOT.resolve("likewire").toString());
        assertThat(told.output().strip()).isEqualTo("0");
        assertThat(told.exit()).isZero();
    }

    private static Stream<Path> scripts() throws IOException {
        List<Path> found;
        try (Stream<Path> ci = Files.walk(ROOT.resolve(".ci"));
                Stream<Path> deploy = Files.walk(ROOT.resolve("deploy"));
                Stream<Path> root = Files.list(ROOT)) {
            found = Stream.of(ci, deploy, root)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".sh") || isProgram(file))
                    .toList();
        }
        return found.stream();
    }

    private static boolean isProgram(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
