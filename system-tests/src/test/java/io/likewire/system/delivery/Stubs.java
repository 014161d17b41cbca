package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with programs that only look like programs, and write down how they are called. */
record Stubs(Path folder) {
    /** Each does nothing, and that well. */
    Stubs with(String... names) throws IOException {
        for (String name : names) {
            with(name, "");
        }
        return this;
    }

    /** Does what the script says. */
    Stubs with(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("stubs")).resolve(name);
        Files.writeString(file, "#!/bin/bash\necho " + name + " \"$@\" >>'" + log() + "'\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return this;
    }

    /** Nothing but these of the machine's own. */
    Program runWithOnly(List<String> programs, String... command) throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        for (String program : programs) {
            if (!Files.exists(real.resolve(program))) {
                Files.createSymbolicLink(real.resolve(program), Path.of("/usr/bin", program));
            }
        }
        return run(Map.of(), real.toString(), command);
    }

    /** @param environment besides the usual one */
    Program run(Map<String, String> environment, String... command) {
        return run(environment, System.getenv("PATH"), command);
    }

    private Program run(Map<String, String> environment, String path, String... command) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", folder.resolve("stubs") + ":" + path);
        return Program.run(
                folder,
                all,
                Stream.concat(Stream.of("/bin/bash"), Stream.of(command)).toList());
    }

    /** In their order; forgotten then. */
    List<String> calls() throws IOException {
        List<String> calls = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        Files.deleteIfExists(log());
        return calls;
    }

    private Path log() {
        return folder.resolve("calls");
    }
}
