package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.EnvironmentProxy;
import io.likewire.cli.rest.HostName;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Request;
import io.likewire.cli.rest.Response;
import io.likewire.cli.session.SignedIn;
import io.likewire.cli.session.StateFile;
import io.likewire.cli.terminal.Format;
import io.likewire.cli.terminal.Output;
import java.io.BufferedReader;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Manages a Likewire server from a terminal or a script.",
        footer = "%nEnds with 0; 1 when the server refused; 2 when the command is wrong; 3 when nobody answered.",
        subcommands = {
            LoginCommand.class,
            LogoutCommand.class,
            ProductsCommand.class,
            LikesCommand.class,
            DeadLettersCommand.Parked.class,
            DeadLettersCommand.Unrouted.class,
            OutboxCommand.class,
            ReconcileCommand.class,
            UsersCommand.class,
            KeysCommand.class,
            SessionsCommand.class,
            HealthOfAll.class,
            SettingsCommand.class,
            LogLevelCommand.class,
            SeedCommand.class,
            CompletionCommand.class
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

    private final CallerEnvironment callerEnvironment;

    private Http rest;

    public Likewire(CallerEnvironment callerEnvironment) {
        this.callerEnvironment = callerEnvironment;
    }

    BufferedReader input() {
        return callerEnvironment.input();
    }

    /** What is piped in, as it is. */
    InputStream bytes() {
        return callerEnvironment.in();
    }

    /** Empty where nobody sits at one. */
    Optional<CallerEnvironment.Terminal> terminal() {
        return callerEnvironment.terminal();
    }

    Output output() {
        return new Output(format, spec.commandLine().getOut());
    }

    /** Beside the answer. */
    void complain(String text) {
        new Output(Format.text, spec.commandLine().getErr()).line("likewire: " + text);
    }

    /** As nobody. @throws ErrorResponse unless the answer is good */
    Response ask(Request request) {
        return rest().send(request).orRefused();
    }

    /** As the account that is signed in. */
    JsonNode askAsAccount(Request request) {
        return pageAsAccount(request).json();
    }

    Response pageAsAccount(Request request) {
        return ask(asAccount(request));
    }

    Request asAccount(Request request) {
        return request.with("Authorization", "Bearer " + identity().accessToken());
    }

    /** At the management port. */
    Response manage(Request request) {
        return http(management).send(request).orRefused();
    }

    SignedIn identity() {
        return new SignedIn(rest(), StateFile.of(callerEnvironment.state(), url), callerEnvironment.token());
    }

    Http rest() {
        if (rest == null) {
            rest = http(url);
        }
        return rest;
    }

    private Http http(URI given) {
        return new Http(address(given), deadline(), new EnvironmentProxy(callerEnvironment.variables()));
    }

    private Duration deadline() {
        if (timeout < 1) {
            throw wrong("--timeout is at least 1");
        }
        return Duration.ofSeconds(timeout);
    }

    private URI address(URI given) {
        boolean web = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
        if (!web || HostName.of(given) == null) {
            throw wrong("Expected an address like http://127.0.0.1:8080, but it is " + given);
        }
        return given;
    }

    ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
