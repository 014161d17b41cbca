package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.LeastRights;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Rest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As in a deployment: one account changes tables, once, and the services never see it. */
@Tag("full")
class MigrateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "products-verticle, PRODUCTS",
        "likes-verticle, LIKES",
        "auth-verticle, AUTH",
        "tutorial-bridge, TUTORIAL"
    })
    void everyJarWithADatabaseMakesItsTablesAndEnds(String module, String owner) {
        LeastRights rights = LeastRights.in("migrate");

        Program run = migrate(module, owner, rights.migrations());

        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void aSecondTimeChangesNothingAndNeedsNoRights() {
        LeastRights rights = LeastRights.in("again");
        assertThat(migrate("likes-verticle", "LIKES", rights.migrations()).exit())
                .isZero();

        Program second = migrate("likes-verticle", "LIKES", rights.service());

        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.output()).contains("has the tables of this release");
    }

    @Test
    void aServiceWithoutRightsToTablesStartsWhenSomebodyHasMadeThem() {
        LeastRights rights = LeastRights.in("awaiting");
        Path keys = folder.resolve("auth.pem");
        JarProcess.run("auth-verticle", "rotate-key", keys.toString());
        int managementPort = LoopbackPort.findFree();
        int clusterPort = LoopbackPort.findFree();
        JarProcess service = JarProcess.start(
                "auth-verticle",
                "awaiting",
                Map.of(
                        "AUTH_MYSQL_URI", rights.service().toString(),
                        "AUTH_KEY_FILE", keys.toString(),
                        "MIGRATIONS", "await",
                        "CLUSTER_PORT", Integer.toString(clusterPort),
                        "CLUSTER_BUS_PORT", "0",
                        "CLUSTER_MEMBERS", "127.0.0.1:" + clusterPort,
                        "MANAGEMENT_PORT", Integer.toString(managementPort)));
        try {
            await("it says what it waits for").atMost(PATIENCE).until(() -> service.output()
                    .contains("waiting for somebody to migrate the database"));

            Program migrations = migrate("auth-verticle", "AUTH", rights.migrations());

            assertThat(migrations.exit()).as(migrations.output()).isZero();
            Rest management = Rest.at(URI.create("http://127.0.0.1:" + managementPort));
            await("it is ready").atMost(PATIENCE).until(() -> isReady(management));
        } finally {
            service.kill();
        }
    }

    private static boolean isReady(Rest management) {
        try {
            return management.get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Program migrate(String module, String owner, URI account) {
        return Program.run(
                folder,
                Map.of(owner + "_MYSQL_MIGRATIONS_URI", account.toString()),
                JarProcess.command(module, "migrate"));
    }
}
