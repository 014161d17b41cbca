package io.likewire.system.tutorial;

import static io.likewire.system.rig.Patience.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Program;
import io.likewire.system.rig.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A stand-in for one of the tutorial's services: a Python program in a process of its own. */
final class Counterpart implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "counterparts").toAbsolutePath();

    /** The system's own has the system's packages, whichever comes first on PATH. */
    private static final Optional<String> PYTHON = Program.pythonWithPika();

    /** Ids far above those of the other products in the cluster, and of an earlier counterpart. */
    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    private final String script;
    private final Map<String, String> environment = new HashMap<>();
    private final Path log;
    private Process process;

    private Counterpart(String script, URI broker) {
        this.script = script;
        this.log = FOLDER.resolve(script + "-" + System.nanoTime() + ".log");
        environment.put("AMQP_URI", broker.toString());
        environment.put("DATABASE", log + ".db");
        environment.put("FIRST_ID", Long.toString(IDS.getAndAdd(1_000_000)));
    }

    /** One that runs. */
    static Counterpart start(String script, URI broker) {
        assumeTrue(PYTHON.isPresent(), "no python3 with pika found");
        Counterpart counterpart = new Counterpart(script, broker);
        Runtime.getRuntime().addShutdownHook(new Thread(counterpart::close));
        counterpart.start();
        return counterpart;
    }

    /** Again, with the same database and at the same place. */
    void start() {
        try {
            Files.createDirectories(FOLDER);
            int before = lines().size();
            ProcessBuilder builder = new ProcessBuilder(
                            PYTHON.get(), SCRIPTS.resolve(script).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            await(script).until(() -> said(before).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said(0).filter(line -> line.contains(" on ")).ifPresent(line -> environment.put("PORT", line.substring(11)));
    }

    Rest rest() {
        return Rest.at(uri());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + environment.get("PORT"));
    }

    /** All that it has printed. */
    List<String> lines() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> said(int from) {
        return lines().stream()
                .skip(from)
                .filter(line -> line.startsWith("listens"))
                .findFirst();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
