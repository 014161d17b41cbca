package io.likewire.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every jar answers instead of starting, and what a running node tells of its settings. */
@Tag("full")
class CommandLineIT {
    private static final String URI = "mysql://likes:tulips-4711@127.0.0.1:1/likes";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway-verticle",
                "products-verticle",
                "likes-verticle",
                "auth-verticle",
                "tutorial-bridge",
                "standalone"
            })
    void everyJarSaysWhatItIs(String module) {
        Program help = run(module, Map.of(), "--help");
        assertThat(help.exit()).as(help.output()).isZero();
        assertThat(help.output())
                .contains("Usage: java -jar " + module + ".jar", "MANAGEMENT_PORT", "configuration.md");
    }

    @Test
    void aJarSaysItsVersion() {
        Program version = run("gateway-verticle", Map.of(), "--version");
        assertThat(version.exit()).as(version.output()).isZero();
        assertThat(version.output()).matches("likewire [a-z-]+ [0-9]+\\.[0-9]+\\.[0-9]+.*, Java .*\\R");
    }

    @Test
    void aConfigurationIsCheckedWithoutAStart() {
        Map<String, String> good = Map.of("LIKES_MYSQL_URI", URI, "AMQP_URI", "amqp://likes:tulips-4711@127.0.0.1:1/x");
        Program shown = run("likes-verticle", good, "--check-config");
        assertThat(shown.exit()).as(shown.output()).isZero();
        assertThat(shown.output())
                .contains("LIKES_MYSQL_URI=mysql://likes:***@127.0.0.1:1/likes")
                .contains("RECONCILE_EVERY_S=300")
                .doesNotContain("tulips");

        Program wrong = run("likes-verticle", Map.of("LIKES_MYSQL_URI", URI), "--check-config");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.output().lines()).singleElement().asString().startsWith("likewire: AMQP_URI is not set");
    }

    @Test
    void allInOneIsCheckedWithoutAServerAndLeavesNothing() {
        Map<String, String> ports = Map.of(
                "HTTP_PORT", Integer.toString(LoopbackPort.findFree()),
                "MANAGEMENT_PORT", Integer.toString(LoopbackPort.findFree()),
                "DATA_DIR", folder.resolve("data").toString());
        Program shown = run("standalone", ports, "--check-config");
        assertThat(shown.exit()).as(shown.output()).isZero();
        assertThat(shown.output()).contains("AMQP_URI is not set", "HTTP_PORT=" + ports.get("HTTP_PORT"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aRunningNodeTellsItsSettingsInItsLogAndToOperators() {
        Cluster cluster = Wired.shared().cluster();
        Node likes = cluster.node(Service.LIKES);

        List<JsonObject> settings =
                likes.management().get("/operations/settings").json().getJsonArray("settings").stream()
                        .map(JsonObject.class::cast)
                        .toList();

        assertThat(settings)
                .contains(new JsonObject().put("name", "RECONCILE_EVERY_S").put("value", "2"))
                .filteredOn(setting -> setting.getString("name").equals("LIKES_MYSQL_URI"))
                .singleElement()
                .satisfies(uri -> assertThat(uri.getString("value")).matches("mysql://[^:@]*:\\*\\*\\*@.*"));
        // Once for each start: another test may have started it again.
        assertThat(likes.process().output().lines().filter(line -> line.contains("settings: [")))
                .last()
                .asString()
                .contains("RECONCILE_EVERY_S=2");
    }

    private Program run(String module, Map<String, String> environment, String argument) {
        return Program.run(folder, environment, JarProcess.command(module, argument));
    }
}
