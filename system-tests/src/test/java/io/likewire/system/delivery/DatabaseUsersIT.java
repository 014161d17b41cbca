package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.servers.MySqlDatabases;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/mysql/users.sh} as the image's entry point reads it, with a client in the place of the image's function. */
@Tag("full")
class DatabaseUsersIT {
    private static final String ENTRY_POINT = """
            set -eo pipefail
            docker_process_sql() { mariadb --no-defaults --skip-ssl --protocol=tcp "$@"; }
            . "$SCRIPT"
            """;

    @TempDir
    private Path folder;

    private final URI administrator = URI.create(TestServers.mysql().freshDatabase("users"));
    private final String database = administrator.getPath().substring(1);

    @BeforeEach
    void needAClient() {
        Program.need("mariadb");
    }

    @Test
    void bothAccountsLogInWithThePasswordsOfTheirUris() throws IOException {
        URI service = secret("", "p%40s%26s%2F%27%22$+=,(%5C%25n");
        URI migrations = secret("_migrations", "a:b");
        assertThat(run()).isEqualTo(new Program(0, ""));
        logIn(service);
        logIn(migrations);

        URI changed = secret("", "$1&%5C1");
        assertThat(run()).isEqualTo(new Program(0, ""));
        logIn(changed);
        logIn(migrations);
        assertThatThrownBy(() -> logIn(service)).hasMessageContaining("Access denied");
    }

    @Test
    void whatIsNoUriOfTheAccountMakesNone() throws IOException {
        assertThat(run().output()).contains(database + "-mysql-uri: No such file");
        secret("", "");
        assertThat(run())
                .isEqualTo(new Program(
                        1,
                        "users.sh: " + database + "-mysql-uri: expected mysql://" + database
                                + ":PASSWORD@host:port/database\n"));
        URI service = secret("", "good");
        secret("_migrations", "");
        assertThat(run().exit()).isEqualTo(1);
        assertThatThrownBy(() -> logIn(service)).hasMessageContaining("Access denied");
    }

    private URI secret(String suffix, String password) throws IOException {
        URI uri = URI.create("mysql://" + database + suffix + ":" + password + "@" + administrator.getHost() + ":"
                + administrator.getPort() + "/" + database);
        Files.writeString(folder.resolve(database + "-mysql" + suffix.replace('_', '-') + "-uri"), uri.toString());
        return uri;
    }

    private static void logIn(URI account) {
        MySqlDatabases.execute(account, "SELECT 1");
    }

    private Program run() {
        String[] account = administrator.getUserInfo().split(":", 2);
        Path deploy = Scripts.ROOT.resolve("deploy/mysql");
        String client = ENTRY_POINT.replace(
                "\"$@\"",
                "--host=" + administrator.getHost() + " --port=" + administrator.getPort() + " --user=" + account[0]
                        + " \"$@\"");
        return new Stubs(folder)
                .run(
                        Map.of(
                                "MYSQL_PWD", account.length < 2 ? "" : account[1],
                                "MYSQL_DATABASE", database,
                                "SECRETS", folder.toString(),
                                "GRANTS", deploy.resolve("grants.sql").toString(),
                                "SCRIPT", deploy.resolve("users.sh").toString()),
                        "-c",
                        client);
    }
}
