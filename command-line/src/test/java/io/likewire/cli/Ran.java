package io.likewire.cli;

import io.likewire.cli.commands.CallerEnvironment;
import io.likewire.cli.commands.CallerEnvironment.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** What became of a command in this process. */
record Ran(int exit, String out, String err) {
    static Ran of(Path home, Map<String, String> variables, URI server, String... arguments) {
        return at(null, home, variables, server, arguments);
    }

    /** @param terminal of somebody who answers; null for nobody */
    static Ran at(Terminal terminal, Path home, Map<String, String> variables, URI server, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("--url=" + server, "--management=" + server));
        all.addAll(List.of(arguments));
        CommandLine tool = CommandLineTool.of(new CallerEnvironment(
                        variables, home, InputStream.nullInputStream(), Optional.ofNullable(terminal)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exit = CommandLineTool.run(tool, all.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }
}
