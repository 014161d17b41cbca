package io.likewire.system.pages;

import io.likewire.servers.RabbitMqServer;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A reader's machine: a network in which the usual ports are free, and processes that end with the first of them. */
final class Machine {
    private static final Path FOLDER = Path.of("target", "pages").toAbsolutePath();
    private static final List<String> OWN_NETWORK =
            List.of("unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc");

    /** Who may not do that may become root of a namespace first, where the system lets everybody. */
    private static final List<String> AS_ROOT_OF_A_NAMESPACE = List.of("--user", "--map-root-user");

    private static final List<String> ALWAYS = List.of("bash", "curl", "ip", "unshare");
    private static final List<String> SOMETIMES = List.of("git", "mariadb", "mariadbd", "node", "npm");
    private static final int PATIENCE_S = 300;

    private Machine() {}

    /** Why there can be none here, if so. */
    static Optional<String> obstacle() {
        return ALWAYS.stream()
                .filter(program -> !Program.onPath(program))
                .map(program -> "no " + program + " on the PATH")
                .findFirst()
                .or(() -> ownNetwork().isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "no network of its own for a test: it takes Linux, and root or a user namespace"));
    }

    /** What only some commands need and is not here. */
    static Set<String> lacking() {
        Set<String> lacking = new TreeSet<>();
        SOMETIMES.stream().filter(program -> !Program.onPath(program)).forEach(lacking::add);
        if (!RabbitMqServer.onPath()) {
            lacking.add("rabbitmq");
        }
        if (Program.pythonWithPika().isEmpty()) {
            lacking.add("pika");
        }
        return lacking;
    }

    private static Optional<List<String>> ownNetwork() {
        return Stream.of(
                        OWN_NETWORK,
                        Stream.concat(OWN_NETWORK.stream(), AS_ROOT_OF_A_NAMESPACE.stream())
                                .toList())
                .filter(way -> succeeds(and(way, "ip", "link", "set", "lo", "up")))
                .findFirst();
    }

    private static boolean succeeds(List<String> command) {
        return Program.run(FOLDER, Map.of(), command).exit() == 0;
    }

    private static List<String> and(List<String> way, String... command) {
        return Stream.concat(way.stream(), Stream.of(command)).toList();
    }

    /** Runs a script of bash, which finds no setting in its environment but those that it is given; its exit code. */
    static int run(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        // Who is started in the background passes on that Ctrl-C is ignored.
        ProcessBuilder builder = new ProcessBuilder(
                        and(ownNetwork().orElseThrow(), "env", "--default-signal=INT", "bash", script.toString()))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("reader.txt").toFile());
        Map<String, String> all = builder.environment();
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + all.get("PATH");
        all.clear();
        all.putAll(environment);
        all.put("PATH", path);
        all.put("KEPT", FOLDER.toString());
        all.put("PYTHON", Program.pythonWithPika().orElse("python3"));
        // as with the processes of all other tests: the quick compiler alone starts sooner
        all.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        try {
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What the script printed last; the logs of what it started lie beside it. */
    static String end() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve("reader.txt")));
        return "In " + FOLDER + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
