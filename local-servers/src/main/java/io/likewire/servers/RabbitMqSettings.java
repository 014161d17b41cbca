package io.likewire.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files, environment and ports that keep a RabbitMQ node apart from every other one on this machine. */
final class RabbitMqSettings {
    static final String USER = "likewire";

    private final ServerDirectory directory;
    private final int port;
    private final String further;
    private final int portMapperPort = LoopbackPort.findFree();
    private final int clusterPort = LoopbackPort.findFree();

    RabbitMqSettings(ServerDirectory directory, int port, String further) {
        this.further = further;
        this.directory = directory;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** RabbitMQ's own start script, or the one named; Debian's wrapper in /usr/sbin would change the user. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("LIKEWIRE_TEST_RABBITMQ"), "/usr/lib/rabbitmq/bin/rabbitmq-server")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> Programs.find("rabbitmq-server"));
    }

    ServerProcess startPortMapper() {
        String epmd = Programs.find("epmd").orElseThrow().toString();
        return ServerProcess.start(
                List.of(epmd, "-port", Integer.toString(portMapperPort), "-address", "127.0.0.1"),
                Map.of(),
                directory.resolve("epmd.log"),
                directory.resolve("epmd.process"),
                "-port " + portMapperPort);
    }

    ServerProcess startNode() {
        return ServerProcess.start(
                List.of(program().orElseThrow().toString()),
                environment(),
                directory.resolve("node.log"),
                directory.resolve("node.process"),
                marker());
    }

    /** Runs RabbitMQ's command-line tool beside the node. */
    ServerProcess control(List<String> arguments) {
        Path tool = program().orElseThrow().resolveSibling("rabbitmqctl");
        return ServerProcess.start(
                Stream.concat(Stream.of(tool.toString()), arguments.stream()).toList(),
                environment(),
                directory.resolve("control.log"),
                directory.resolve("control.process"),
                marker());
    }

    /** What the Erlang machine adds to its own command line; of later arguments Java does not see all. */
    private String marker() {
        return "-epmd_port " + portMapperPort;
    }

    Map<String, String> shellEnvironment() {
        Map<String, String> shell = new HashMap<>(environment());
        shell.put("PATH", program().orElseThrow().getParent() + ":" + System.getenv("PATH"));
        return shell;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", directory.path().toString()),
                Map.entry("RABBITMQ_NODENAME", "likewire@localhost"),
                Map.entry("RABBITMQ_MNESIA_BASE", directory.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", directory.resolve("logs").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", file("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", directory.resolve("none").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE", file("enabled_plugins").toString()),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(clusterPort)),
                Map.entry("ERL_EPMD_PORT", Integer.toString(portMapperPort)),
                Map.entry("ERL_CRASH_DUMP", "/dev/null"),
                // The script then becomes the Erlang machine, so that our child is the node itself.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    void write(List<String> virtualHosts) {
        try {
            Files.writeString(file("enabled_plugins"), "[].\n");
            Files.writeString(file("rabbitmq.conf"), configuration());
            ServerDirectory.writePrivate(file("definitions.json"), definitions(virtualHosts));
        } catch (IOException e) {
            throw new ServerStartException(
                    "Cannot write RabbitMQ's settings into " + directory.path() + " (" + e + ")", e);
        }
    }

    private String configuration() {
        return String.format(Locale.ROOT, """
                listeners.tcp.local = 127.0.0.1:%d
                load_definitions = %s
                log.console = false
                %s
                """, port, file("definitions.json"), further);
    }

    private String definitions(List<String> virtualHosts) {
        return String.format(
                Locale.ROOT,
                """
                {"users": [{"name": "%1$s", "password": "%2$s", "tags": "administrator"}],
                 "vhosts": [%3$s],
                 "permissions": [%4$s]}
                """,
                USER,
                directory.password(),
                each(virtualHosts, "{\"name\": \"%s\"}"),
                each(
                        virtualHosts,
                        "{\"user\": \"" + USER
                                + "\", \"vhost\": \"%s\", \"configure\": \".*\", \"write\": \".*\", \"read\": \".*\"}"));
    }

    private static String each(List<String> names, String form) {
        return names.stream()
                .map(name -> String.format(Locale.ROOT, form, name))
                .collect(Collectors.joining(", "));
    }
}
