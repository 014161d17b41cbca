package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.cli.commands.CallerEnvironment;
import io.likewire.cli.terminal.ClosedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A command ends with a code that tells the truth. */
class ExitCodesTest extends CalledTool {
    @ParameterizedTest
    @CsvSource({"up, 0", "degraded, 1", "down, 1"})
    void healthIsWell(String status, int exit) {
        server.then(200, "{\"status\":\"" + status + "\",\"services\":{}}").then(200, "{\"nodes\":[]}");
        assertThat(run("health").exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource({"retry, replayed, 0, 0", "retry, replayed, 2, 1", "delete, dropped, 0, 0", "delete, dropped, 2, 1"})
    void allDeadLettersMeansAll(String command, String done, int left, int exit) {
        server.then(200, "{\"" + done + "\":3,\"left\":" + left + "}");
        assertThat(run("dead-letters", command, "--all").exit()).isEqualTo(exit);
    }

    @Test
    void aProductThatIsNotThereIsNamedAndNotWaitedFor() {
        server.then(200, "{\"likes\":[{\"productId\":1,\"likes\":3,\"liked\":true}]}");
        assertThat(run("likes", "get", "1", "9"))
                .matches(ran -> ran.exit() == 1 && ran.out().contains("yes"))
                .matches(ran -> ran.err().equals("likewire: There is no product 9\n"));
        server.then(200, "{\"likes\":[]}");
        assertThat(run("likes", "watch", "9")).matches(ran -> ran.exit() == 1).matches(ran -> ran.err()
                .contains("There is no product 9\nlikewire: There is no product to watch"));
    }

    @Test
    void anExportThatBreaksOffIsNoExport() {
        for (int id = 1; id <= 5; id++) {
            server.thenCut("{\"id\":" + id + "}\n");
        }
        Ran ran = run("products", "export");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("The export broke off 5 times; product 5 was the last");
    }

    @ParameterizedTest
    @CsvSource({
        "pipe:[77], Daten\u00fcbergabe unterbrochen, 141, ''",
        "socket:[77], Connection reset, 141, ''",
        "nowhere, Broken pipe, 141, ''",
        "/dev/full, No space left on device, 1, likewire: The output can't be written: No space left on device"
    })
    void outputThatCannotBeWrittenIsNoSuccess(String stream, String why, int exit, String said) throws IOException {
        Path descriptor = home.resolve("fd");
        Files.createSymbolicLink(descriptor, Path.of(stream));
        for (String arguments :
                new String[] {"--help", "products --help", "--version", "completion", "products get 1"}) {
            server.then(200, "{\"id\":1}");
            StringWriter err = new StringWriter();
            CommandLine tool = CommandLineTool.of(
                            new CallerEnvironment(TOKEN, home, InputStream.nullInputStream(), Optional.empty()))
                    .setOut(new PrintWriter(
                            ClosedOutput.failing(failing(why), descriptor), true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(err, true));
            String[] all = ("--url=" + server.address() + " " + arguments).split(" ");
            assertThat(CommandLineTool.run(tool, all)).as(arguments).isEqualTo(exit);
            assertThat(err.toString().strip()).as(arguments).isEqualTo(said);
        }
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
