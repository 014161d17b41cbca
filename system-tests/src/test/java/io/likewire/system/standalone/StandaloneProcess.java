package io.likewire.system.standalone;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.StartTimes;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.rig.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole system in one process, with ports and a data directory of its own. */
public final class StandaloneProcess implements AutoCloseable {
    private static final String LAST_WORDS = "changed by administrators.";
    private static final Duration START_PATIENCE = Patience.LIMIT;

    private final String name;
    private final Map<String, String> tls;
    private final Path data;
    private final int port = LoopbackPort.findFree();
    private JarProcess process;

    private StandaloneProcess(String name, Map<String, String> tls) {
        this.name = name;
        this.tls = tls;
        this.data =
                Path.of("target", "standalone", name + "-" + System.nanoTime()).toAbsolutePath();
    }

    /** Not started yet, and without data. */
    public static StandaloneProcess create(String name) {
        return new StandaloneProcess(name, Map.of());
    }

    /** Over TLS with HTTP/2. */
    public static StandaloneProcess secure(String name) {
        return new StandaloneProcess(name, LocalCertificate.settings());
    }

    /** Starts it and waits until it says that it is running; gives the time which that took. */
    public Duration start() {
        return start(Map.of("TUTORIAL_MODE", "true"));
    }

    /** Likewise, with settings of its own; without any, products are changed by administrators. */
    public Duration start(Map<String, String> given) {
        Instant began = Instant.now();
        process = launch(given);
        StartTimes.of(() -> await(name + " runs").atMost(START_PATIENCE).until(() -> isUp() || !process.isAlive()));
        if (!isUp()) {
            throw new IllegalStateException("Expected a running system, but it said: " + output());
        }
        Duration took = Duration.between(began, Instant.now());
        StartTimes.of(process::archiveClasses);
        return took;
    }

    /** One more process on the same data directory, with free ports unless others are given. */
    public JarProcess launch(Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(
                Map.of("DATA_DIR", data.toString(), "HTTP_PORT", Integer.toString(port), "MANAGEMENT_PORT", "0"));
        environment.putAll(tls);
        environment.putAll(given);
        return JarProcess.start("standalone", name, environment);
    }

    private boolean isUp() {
        return output().contains(LAST_WORDS);
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public JarProcess process() {
        return process;
    }

    /** What this start printed so far. */
    public String output() {
        return process.output();
    }

    public Path data() {
        return data;
    }

    public URI address() {
        return URI.create((tls.isEmpty() ? "http" : "https") + "://localhost:" + port);
    }

    public Catalogue catalogue() {
        return new Catalogue(address());
    }

    /** The processes beside it that work on its data. */
    List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info()
                        .arguments()
                        .map(List::of)
                        .map(arguments -> arguments.contains("--datadir=" + data.resolve("mariadb/data")))
                        .orElse(false))
                .toList();
    }

    /** Ends it and removes its data. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
