package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.Ask;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Reply;
import io.likewire.cli.session.Identity;
import io.likewire.cli.session.StateFile;
import io.likewire.cli.terminal.Format;
import io.likewire.cli.terminal.Output;
import java.io.BufferedReader;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share: where the servers are, who asks, and how answers look. */
@Command(
        name = "likewire",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after a Likewire, from a terminal or a script.",
        footer = "%nEnds with 0; 1 when the server said no; 2 when the command is wrong; 3 when nobody answered.",
        subcommands = {
            Login.class,
            Logout.class,
            Products.class,
            Likes.class,
            Lot.Parked.class,
            Lot.Unrouted.class,
            Outbox.class,
            Reconcile.class,
            Users.class,
            Keys.class,
            Sessions.class,
            HealthOfAll.class,
            Settings.class,
            LogLevel.class,
            SeedData.class,
            Completion.class
        })
public final class Likewire {
    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:LIKEWIRE_URL:-http://127.0.0.1:8080}",
            description = "A gateway; LIKEWIRE_URL, else http://127.0.0.1:8080")
    private URI url;

    @Option(
            names = "--management",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:LIKEWIRE_MANAGEMENT:-http://127.0.0.1:9090}",
            description = "A management port; LIKEWIRE_MANAGEMENT, else http://127.0.0.1:9090")
    private URI management;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, for people, or json: what the server said")
    private Format format;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long one answer may take (15)")
    private int timeout;

    @Spec
    private CommandSpec spec;

    private final Environment environment;

    private Http rest;

    public Likewire(Environment environment) {
        this.environment = environment;
    }

    BufferedReader input() {
        return environment.input();
    }

    Output output() {
        return new Output(format, spec.commandLine().getOut());
    }

    /** Beside the answer. */
    void complain(String text) {
        new Output(Format.text, spec.commandLine().getErr()).line("likewire: " + text);
    }

    /** As nobody. */
    Reply ask(Ask ask) {
        return rest().send(ask);
    }

    /** As the account that is logged in. */
    JsonNode askAsAccount(Ask ask) {
        return pageAsAccount(ask).json();
    }

    Reply pageAsAccount(Ask ask) {
        return ask(ask.with("Authorization", "Bearer " + identity().accessToken()))
                .orRefused();
    }

    /** At the management port. */
    Reply manage(Ask ask) {
        return new Http(address(management), deadline()).send(ask).orRefused();
    }

    Identity identity() {
        return new Identity(rest(), StateFile.of(environment.state(), url), environment.token());
    }

    Http rest() {
        if (rest == null) {
            rest = new Http(address(url), deadline());
        }
        return rest;
    }

    private Duration deadline() {
        if (timeout < 1) {
            throw wrong("--timeout is at least 1");
        }
        return Duration.ofSeconds(timeout);
    }

    private URI address(URI given) {
        boolean web = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
        if (!web || given.getHost() == null) {
            throw wrong("Expected an address like http://127.0.0.1:8080, but it is " + given);
        }
        return given;
    }

    ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
