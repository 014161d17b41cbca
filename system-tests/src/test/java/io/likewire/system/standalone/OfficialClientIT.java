package io.likewire.system.standalone;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfficialClientIT {
    private static final Path SOURCES = Path.of("src", "test", "js", "official-client");
    private static final Path FOLDER = Path.of("target", "official-client");

    @Test
    void vertxOwnEventBusClientGetsASnapshotAndThenEveryNewCount() throws Exception {
        assumeTrue(onPath("node") && onPath("npm"), "no Node.js found on PATH");
        install();
        try (StandaloneProcess system = StandaloneProcess.create("official-client")) {
            system.start();
            Path output = FOLDER.resolve("output.txt");
            Process client = new ProcessBuilder("node", "client.cjs", system.address() + "/eventbus", "likes.1")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                await("the snapshot").until(() -> bodies(output).size() == 1);
                Rest.at(system.address()).newVisitor().like(1);
                await("the new count").until(() -> bodies(output).size() == 2);
            } finally {
                client.destroyForcibly().onExit().join();
            }
            List<JsonObject> counts = bodies(output);
            assertThat(counts)
                    .extracting(count -> count.getInteger("productId"))
                    .containsOnly(1);
            assertThat(counts).extracting(count -> count.getInteger("likes")).containsExactly(0, 1);
            assertThat(counts.get(1).getLong("version"))
                    .isGreaterThan(counts.get(0).getLong("version"));
        }
    }

    private static List<JsonObject> bodies(Path output) throws Exception {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.filter(line -> line.startsWith("{"))
                    .map(JsonObject::new)
                    .toList();
        }
    }

    private static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (File file : SOURCES.toFile().listFiles()) {
            Files.copy(file.toPath(), FOLDER.resolve(file.getName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("npm.txt").toFile())
                .start();
        assertThat(npm.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(npm.exitValue())
                .as(Files.readString(FOLDER.resolve("npm.txt")))
                .isZero();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
