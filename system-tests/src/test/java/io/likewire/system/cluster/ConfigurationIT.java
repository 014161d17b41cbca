package io.likewire.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong setting ends the process at once, with one line that names it. */
@Tag("full")
class ConfigurationIT {
    private static final int MISCONFIGURED = 2;
    private static final String AMQP = "amqp://nobody:nothing@127.0.0.1:1/none";
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void choosePorts() {
        environment.put("CLUSTER_HOST", "127.0.0.1");
        environment.put("CLUSTER_PORT", Integer.toString(LoopbackPort.findFree()));
        environment.put("CLUSTER_BUS_PORT", "0");
        environment.put("CLUSTER_MEMBERS", "127.0.0.1:" + environment.get("CLUSTER_PORT"));
        environment.put("MANAGEMENT_PORT", "0");
    }

    @Test
    void serviceWithoutItsDatabaseSaysSo() {
        environment.put("AMQP_URI", AMQP);

        refuses("products-verticle", "PRODUCTS_MYSQL_URI is not set");
        refuses("likes-verticle", "LIKES_MYSQL_URI is not set");
    }

    @Test
    void wrongPasswordIsRefusedAtOnce() {
        String uri = TestServers.mysql().freshDatabase("products");
        environment.put("AMQP_URI", AMQP);
        environment.put("PRODUCTS_MYSQL_URI", uri.replaceFirst("(mysql://[^:]+):[^@]+@", "$1:secret@"));

        refusesWhileItStarts("products-verticle", "PRODUCTS_MYSQL_URI: the server refuses it: ");
    }

    @Test
    void logSettingsThatAreNoneAreRefusedBeforeTheyAreBelieved() throws IOException {
        environment.put("VISITOR_KEY_FILE", key());
        environment.put("LOG_FORMAT", "xml");
        refuses("gateway-verticle", "LOG_FORMAT: expected json or text, but got 'xml'");

        environment.put("LOG_FORMAT", "json");
        environment.put("LOG_LEVEL", "LOUD");
        refuses("gateway-verticle", "LOG_LEVEL: expected TRACE, DEBUG, INFO, WARN or ERROR, but got 'LOUD'");

        Program check = Program.run(directory, environment, JarProcess.command("gateway-verticle", "--check-config"));
        assertThat(check.exit()).isEqualTo(MISCONFIGURED);
        assertThat(check.output().lines()).singleElement().asString().startsWith("likewire: LOG_LEVEL: ");
    }

    @Test
    void logSettingsThatAreEmptyAreNone() {
        environment.putAll(Map.of("LOG_FORMAT", "", "LOG_LEVEL", " ", "LOG_LEVEL_CLUSTER", ""));

        refuses("gateway-verticle", "VISITOR_KEY_FILE is not set");
    }

    @Test
    void portThatIsTakenIsNamed() throws IOException {
        environment.put("VISITOR_KEY_FILE", key());
        for (String variable : List.of("HTTP_PORT", "MANAGEMENT_PORT", "CLUSTER_PORT", "CLUSTER_BUS_PORT")) {
            Map<String, String> usual = Map.copyOf(environment);
            int port = LoopbackPort.findFree();
            try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                environment.put("HTTP_PORT", "0");
                environment.put(variable, Integer.toString(taken.getLocalPort()));
                refusesWhileItStarts("gateway-verticle", variable + ": ");
            }
            environment.putAll(usual);
        }
    }

    private String key() throws IOException {
        return Files.writeString(directory.resolve("key"), "k".repeat(32)).toString();
    }

    /** Before anything is logged. */
    private void refuses(String module, String line) {
        assertThat(refusesWhileItStarts(module, line).lines()).hasSize(1);
    }

    private String refusesWhileItStarts(String module, String line) {
        JarProcess process = JarProcess.start(module, "misconfigured-" + module, environment);

        assertThat(exitCode(process)).as(process.output()).isEqualTo(MISCONFIGURED);
        List<String> lines =
                process.output().lines().filter(l -> l.startsWith("likewire: ")).toList();
        assertThat(lines).as(process.output()).singleElement().asString().startsWith("likewire: " + line);
        assertThat(process.output()).doesNotContain("\tat ", "\"ERROR\"", "\"DEBUG\"", "stepArray", "secret");
        return process.output();
    }

    private static int exitCode(JarProcess process) {
        try {
            return process.exitCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
