package io.likewire.system.examples;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Stage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weekly favourites in one of their languages, with a state of their own. */
final class Favourites {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");

    enum Language {
        PYTHON,
        JAVASCRIPT
    }

    private final Path folder;
    private final List<String> command;
    private final String name;
    private final Map<String, String> environment;

    private Favourites(Path folder, List<String> command, String name, URI broker) {
        this.folder = folder;
        this.command = command;
        this.name = name;
        Path state =
                Path.of("target", "examples", name + "-" + System.nanoTime()).toAbsolutePath();
        this.environment = Map.of("AMQP_URI", broker.toString(), "STATE", state.toString());
    }

    /** Skips the test where its tools are missing. */
    static Favourites in(Language language, Stage stage) throws Exception {
        Files.createDirectories(Path.of("target", "examples"));
        URI broker = stage.cluster().broker();
        if (language == Language.JAVASCRIPT) {
            Path copy = Npm.install(EXAMPLES.resolve("javascript"));
            return new Favourites(copy, List.of("node", "favourites.mjs"), "favourites-js", broker);
        }
        Program.skipUnless(stage.broker().name().equals("RabbitMQ"), "pika takes no confirms from the embedded broker");
        Optional<String> python = Program.pythonWithPika();
        Program.skipUnless(python.isPresent(), "no python3 with pika on the PATH");
        List<String> command = List.of(python.orElseThrow(), "-B", "favourites.py");
        return new Favourites(EXAMPLES.resolve("python"), command, "favourites-py", broker);
    }

    ExampleProcess start() {
        return ExampleProcess.start(folder, environment, command);
    }

    /** What {@code show} prints: {@code product 7: +3, 3 likes}, the greatest gain first. */
    List<String> shown() {
        List<String> show = new ArrayList<>(command);
        show.add("show");
        return Program.run(Path.of(environment.get("STATE")).getParent().resolve("shown"), environment, inFolder(show))
                .orFail()
                .lines()
                .toList();
    }

    private List<String> inFolder(List<String> show) {
        List<String> absolute = new ArrayList<>(show);
        absolute.replaceAll(
                word -> word.startsWith("favourites.") ? folder.resolve(word).toString() : word);
        return absolute;
    }

    String queue() {
        return name + ".events";
    }

    String parked() {
        return name + ".parked";
    }
}
