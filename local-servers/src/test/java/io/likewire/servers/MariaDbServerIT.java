package io.likewire.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.servers.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("full")
class MariaDbServerIT {
    @TempDir
    private Path directory;

    static Stream<MariaDbBinaries> binaries() {
        return Stream.concat(Stream.of(TestServers.embeddedMariaDb()), MariaDbBinaries.onPath().stream());
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void committedRowSurvivesAKill(final MariaDbBinaries binaries) throws SQLException {
        try (MariaDbServer server = MariaDbServer.start(binaries, directory, 0)) {
            final long first = server.pid();
            server.createDatabase("likes");
            server.createDatabase("likes");
            query(server.uri("likes"), "CREATE TABLE t (name VARCHAR(9))");
            query(server.uri("likes"), "INSERT INTO t VALUES ('\uD83D\uDC4D')");
            server.kill();
            server.restart();
            assertThat(server.pid()).isNotEqualTo(first);
            assertThat(query(server.uri("likes"), "SELECT name FROM t")).containsExactly("\uD83D\uDC4D");
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void dataAndPasswordStayFromRunToRun(final MariaDbBinaries binaries) throws SQLException {
        final String password;
        try (MariaDbServer server = MariaDbServer.start(binaries, directory, 0)) {
            server.createDatabase("kept");
            password = server.uri("kept").getUserInfo();
        }
        try (MariaDbServer server = MariaDbServer.start(binaries, directory, 0)) {
            assertThat(query(server.uri("kept"), "SELECT DATABASE()")).containsExactly("kept");
            assertThat(server.uri("kept").getUserInfo()).isEqualTo(password);
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void onlyOurAccountCanLogIn(final MariaDbBinaries binaries) throws Exception {
        try (MariaDbServer server = MariaDbServer.start(binaries, directory, 0)) {
            assertThat(query(server.uri("mysql"), "SELECT CONCAT(user, '@', host) FROM user"))
                    .containsExactlyInAnyOrder("likewire@127.0.0.1", "mariadb.sys@localhost");
            assertThat(query(server.uri("mysql"), "SELECT @@innodb_flush_log_at_trx_commit"))
                    .containsExactly("1");
            for (final String secret : List.of("password", "accounts.sql")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(secret))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void serverOfAKilledProgramIsEndedFirst(final MariaDbBinaries binaries) throws Exception {
        final String left = ServerOfAKilledProgram.leave(Program.class, directory, binaries.toString());
        final ProcessHandle stale =
                ProcessHandle.of(Long.parseLong(left.split(" ")[0])).orElseThrow();
        final int port = Integer.parseInt(left.split(" ")[1]);
        assertThat(stale.isAlive()).isTrue();
        try (MariaDbServer server = MariaDbServer.start(binaries, directory, port)) {
            await().until(() -> !stale.isAlive());
            assertThat(query(server.uri("left"), "SELECT DATABASE()")).containsExactly("left");
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void halfMadeDataDirectoryIsMadeAgain(final MariaDbBinaries binaries) throws Exception {
        Files.createDirectories(directory.resolve("data.partial/mysql"));
        Files.writeString(directory.resolve("data.partial/ibdata1"), "half");
        MariaDbServer.start(binaries, directory, 0).close();
        assertThat(directory.resolve("data.partial")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void whyItDoesNotStartIsToldInOneLine(final MariaDbBinaries binaries) throws IOException {
        try (ServerSocket taken = new ServerSocket(LoopbackPort.findFree(), 1, InetAddress.getLoopbackAddress())) {
            assertRefused(binaries, directory, taken.getLocalPort(), "port " + taken.getLocalPort());
        }
        final Path file = Files.writeString(directory.resolve("file"), "no directory");
        assertRefused(binaries, file, 0, "Cannot write to " + file);
        try (MariaDbServer running = MariaDbServer.start(binaries, directory, 0)) {
            assertRefused(binaries, directory, 0, "is in use by another running instance");
            running.kill();
        }
        Files.writeString(directory.resolve("data/ibdata1"), "spoiled");
        assertRefused(binaries, directory, 0, "MariaDB did not start in " + directory + ": ");
    }

    private static void assertRefused(
            final MariaDbBinaries binaries, final Path directory, final int port, final String reason) {
        assertThatThrownBy(() -> MariaDbServer.start(binaries, directory, port))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining(reason)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\n"));
    }

    private static List<String> query(final URI uri, final String statement) throws SQLException {
        final String[] account = uri.getUserInfo().split(":");
        final String jdbc = "jdbc:mariadb://127.0.0.1:" + uri.getPort() + uri.getPath();
        try (Connection connection = DriverManager.getConnection(jdbc, account[0], account[1]);
                Statement sql = connection.createStatement()) {
            final List<String> rows = new ArrayList<>();
            if (sql.execute(statement)) {
                final ResultSet result = sql.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }

    private static MariaDbBinaries named(final String name) {
        return binaries()
                .filter(binaries -> binaries.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static final class Program {
        public static void main(final String[] args) throws InterruptedException {
            final MariaDbServer server = MariaDbServer.start(named(args[1]), Path.of(args[0]), 0);
            server.createDatabase("left");
            ServerOfAKilledProgram.ready(server.pid() + " " + server.port());
        }
    }
}
