package io.likewire.system.compose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Docker engine with Compose 2: the one that runs, or one of our own where none does and root may start it. One without a
 * way out gets stand-ins for the images that it could not pull.
 */
final class Engine implements AutoCloseable {
    static final Path SCRIPTS = Path.of("src/test/docker").toAbsolutePath();
    private static final Duration SHORT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(30);

    private final Map<String, String> environment;
    private final Path own;

    private Engine(Map<String, String> environment, Path own) {
        this.environment = environment;
        this.own = own;
    }

    /** Skips the test where there is none. */
    static Engine ready() {
        Engine engine = new Engine(Map.of(), null);
        if (!engine.answers()) {
            engine = started();
        }
        if (engine.isIsolated()) {
            engine.run(SCRIPTS, "./stand-ins.sh");
        }
        return engine;
    }

    private static Engine started() {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean programs = Stream.of("docker", "dockerd", "mmdebstrap").allMatch(Program::onPath);
        assumeTrue(
                root && programs,
                "no Docker engine with Compose 2 answers, and none can be started: that takes root, docker.io, mmdebstrap");
        try {
            Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "likewire-engine");
            Engine engine = new Engine(
                    Map.of("DOCKER_HOST", "unix://" + folder + "/docker.sock", "DOCKER_CONFIG", folder + "/config"),
                    folder);
            Program start = Program.run(SCRIPTS, Map.of(), List.of("./engine.sh", "start", folder.toString()), LONG);
            assumeTrue(start.exit() == 0, () -> "no Docker engine could be started: " + start.output());
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        return Program.onPath("docker")
                && Program.run(SCRIPTS, environment, List.of("docker", "version"), SHORT)
                                .exit()
                        == 0
                && Program.run(SCRIPTS, environment, List.of("docker", "compose", "version"), SHORT)
                                .exit()
                        == 0;
    }

    /** Without a default network, as {@code engine.sh} starts it, containers reach nobody. */
    boolean isIsolated() {
        return Program.run(SCRIPTS, environment, List.of("docker", "network", "inspect", "bridge"), SHORT)
                        .exit()
                != 0;
    }

    String run(Path folder, String... words) {
        return Program.run(folder, environment, List.of(words), LONG).orFail();
    }

    @Override
    public void close() {
        if (own != null) {
            Program.run(SCRIPTS, Map.of(), List.of("./engine.sh", "stop", own.toString()), LONG)
                    .orFail();
        }
    }
}
