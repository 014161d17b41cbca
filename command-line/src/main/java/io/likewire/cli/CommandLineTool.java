package io.likewire.cli;

import io.likewire.cli.commands.CallerEnvironment;
import io.likewire.cli.commands.Likewire;
import io.likewire.cli.rest.Unreachable;
import io.likewire.cli.terminal.ClosedOutput;
import io.likewire.cli.terminal.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** {@code likewire}: from arguments to an exit code. */
public final class CommandLineTool {
    private static final int WIDTH = 100;
    private static final int REFUSED = 1;
    private static final int WRONG = 2;
    private static final int NOT_REACHABLE = 3;

    private CommandLineTool() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        // From Java 22 on there would be a console where there is no terminal, and scripts would be asked.
        System.setProperty("jdk.console", "java.base");
        CallerEnvironment callerEnvironment = new CallerEnvironment(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.in,
                Optional.ofNullable(System.console()).map(console -> question -> console.readLine("%s", question)));
        CommandLine tool = of(callerEnvironment)
                .setOut(writer(FileDescriptor.out, "/proc/self/fd/1"))
                .setErr(writer(FileDescriptor.err, "/proc/self/fd/2"));
        System.exit(run(tool, arguments));
    }

    /** Ends with a code in any case: what says that something failed may fail too. */
    static int run(CommandLine tool, String... arguments) {
        try {
            return tool.execute(arguments);
        } catch (ClosedOutput closed) {
            return closed(closed, tool);
        }
    }

    private static int closed(ClosedOutput closed, CommandLine tool) {
        try {
            if (!closed.isReaderGone()) {
                say(tool, closed.getMessage());
            }
        } catch (ClosedOutput alsoClosed) {
            // the code is all that is left
        }
        return closed.isReaderGone() ? ClosedOutput.EXIT : REFUSED;
    }

    /** JSON is UTF-8, whatever the terminal's language is. */
    private static PrintWriter writer(FileDescriptor stream, String descriptor) {
        OutputStream failing = ClosedOutput.failing(new FileOutputStream(stream), Path.of(descriptor));
        return new PrintWriter(new OutputStreamWriter(failing, StandardCharsets.UTF_8), true);
    }

    /** The commands, ready to be executed. */
    public static CommandLine of(CallerEnvironment callerEnvironment) {
        return new CommandLine(new Likewire(callerEnvironment))
                .setUsageHelpWidth(WIDTH)
                // A title may begin with @.
                .setExpandAtFiles(false)
                .registerConverter(URI.class, CommandLineTool::address)
                .setExecutionStrategy(CommandLineTool::execute)
                .setParameterExceptionHandler(CommandLineTool::misread)
                .setExecutionExceptionHandler(CommandLineTool::failed);
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("expected an address like http://127.0.0.1:8080, but it is " + text);
        }
    }

    /** What prints help is no command, and would end with a stack trace. */
    private static int execute(ParseResult read) {
        try {
            return new RunLast().execute(read);
        } catch (ClosedOutput closed) {
            return closed(closed, read.commandSpec().commandLine());
        }
    }

    private static int misread(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        say(command, failure.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult read) {
        if (failure instanceof ClosedOutput closed) {
            return closed(closed, command);
        }
        say(command, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return failure instanceof Unreachable ? NOT_REACHABLE : REFUSED;
    }

    private static void say(CommandLine command, String message) {
        command.getErr().println("likewire: " + Printable.of(message.strip().replaceAll("\\R", " ")));
        command.getErr().flush();
    }
}
