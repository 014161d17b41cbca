package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.cli.CommandLineTool;
import io.likewire.cli.commands.CallerEnvironment;
import io.likewire.system.rig.JarProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command line, as somebody calls it whose home is a folder of the test. */
record Tool(Path home, URI gateway, URI management) {
    /** What one call came to. */
    record Said(int exit, String out, String err) {}

    /** One call that may still run. */
    record Call(Process process, Path out, Path err) {
        String printed() {
            return read(out);
        }

        Said end() throws InterruptedException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
                throw new AssertionError("Expected an end, but it runs: " + printed());
            }
            return new Said(process.exitValue(), read(out), read(err));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Said run(String... arguments) {
        return runWith("", arguments);
    }

    /** What it printed, when all went well. */
    String good(String... arguments) {
        Said said = run(arguments);
        assertThat(said.exit()).as("%s %s", said.out(), said.err()).isZero();
        return said.out();
    }

    /** In this JVM: a process each would take most of the time of these tests. */
    Said runWith(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--url")) {
            all.addAll(0, List.of("--url=" + gateway, "--management=" + management));
        }
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = CommandLineTool.of(new CallerEnvironment(variables(), home, in, Optional.empty()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    /** As a process of its own. */
    Call start(String input, String... arguments) {
        try {
            Path out = Files.createTempFile(home, "out", ".txt");
            Path err = Files.createTempFile(home, "err", ".txt");
            Path in = Files.writeString(Files.createTempFile(home, "in", ".txt"), input);
            ProcessBuilder builder = process(arguments)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            return new Call(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code likewire ... | head -1}; gives the first of the two. */
    Process untilItsFirstLine(String... arguments) throws IOException {
        ProcessBuilder head = new ProcessBuilder("head", "-1").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return ProcessBuilder.startPipeline(List.of(process(arguments), head)).get(0);
    }

    private ProcessBuilder process(String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(JarProcess.command("command-line", arguments)).directory(home.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().putAll(variables());
        return builder;
    }

    private Map<String, String> variables() {
        return Map.of(
                "XDG_STATE_HOME",
                home.toString(),
                "LIKEWIRE_URL",
                gateway.toString(),
                "LIKEWIRE_MANAGEMENT",
                management.toString());
    }
}
