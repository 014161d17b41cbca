package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestAuthority;
import io.likewire.servers.testing.TestAuthority.Identity;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class MySqlTlsIT {
    private static final String VARIABLE = "X_MYSQL_URI";

    @TempDir
    private static Path folder;

    private static TestAuthority ours;
    private static TestAuthority theirs;

    @AutoClose
    private static MariaDbServer server;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void start() {
        ours = TestAuthority.in(folder.resolve("ours"));
        theirs = TestAuthority.in(folder.resolve("theirs"));
        Identity identity = ours.issue("database", "ip:127.0.0.1");
        server = TestServers.newMariaDb(
                "--ssl-cert=" + identity.certificate(),
                "--ssl-key=" + identity.key(),
                "--ssl-ca=" + ours.certificate(),
                "--ssl");
        server.createDatabase("secured");
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void migrationsAndStatementsAreEncryptedOnceTheAuthorityIsKnown() {
        Database database = new Database(vertx, options("", ours));
        database.migrate("db/test").await();

        assertThat(database.pool("test", 1)
                        .query("SHOW SESSION STATUS LIKE 'Ssl_version'")
                        .execute()
                        .await()
                        .iterator()
                        .next()
                        .getString(1))
                .startsWith("TLSv1.");
    }

    @Test
    void aServerOfAnotherAuthorityIsRefused() {
        assertRefused(options("", theirs));
        assertRefused(options("?sslMode=VERIFY_CA", theirs));
    }

    @Test
    void aNameThatTheCertificateLacksIsRefusedUnlessOnlyTheAuthorityCounts() {
        DatabaseOptions strict = onLocalhost(options("", ours));
        DatabaseOptions lenient = onLocalhost(options("?sslMode=VERIFY_CA", ours));

        assertRefused(strict);
        new Database(vertx, lenient).migrate("db/test").await();
        new Database(vertx, lenient).pool("test", 1).query("SELECT 1").execute().await();
    }

    @Test
    void encryptionThatVerifiesNothingIsNotOffered() {
        assertThatThrownBy(() -> options("?sslMode=REQUIRED", ours))
                .isInstanceOf(ConfigException.class)
                .hasMessage(VARIABLE + ": expected sslMode DISABLED, VERIFY_CA or VERIFY_IDENTITY, but got 'REQUIRED'");
    }

    private void assertRefused(DatabaseOptions options) {
        Database database = new Database(vertx, options);
        assertThatThrownBy(() -> database.migrate("db/test").await())
                .isInstanceOf(ConfigException.class)
                .hasMessage(VARIABLE + ": the server's certificate is refused");
        assertThatThrownBy(() ->
                        database.pool("test", 1).query("SELECT 1").execute().await())
                .isNotNull();
    }

    private static DatabaseOptions onLocalhost(DatabaseOptions options) {
        URI uri = URI.create(options.service().toString().replace("127.0.0.1", "localhost"));
        return new DatabaseOptions(VARIABLE, uri, VARIABLE, uri);
    }

    private static DatabaseOptions options(String query, TestAuthority authority) {
        return DatabaseOptions.from(
                Environment.of(Map.of(
                        VARIABLE,
                        server.uri("secured") + query,
                        "MYSQL_CA_FILE",
                        authority.certificate().toString())),
                VARIABLE);
    }
}
