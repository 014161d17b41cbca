package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class SecretsScriptTest {
    private static final List<String> TOOLS = List.of("bash", "dirname", "chmod", "cat", "mv", "tr", "openssl");

    @TempDir
    private Path folder;

    private Path secrets;

    @BeforeEach
    void copy() throws IOException {
        secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.copy(Scripts.ROOT.resolve("deploy/secrets.sh"), folder.resolve("secrets.sh"));
    }

    @Test
    void itMakesWhatIsMissingWithOpensslAloneAndKeepsWhatIsThere() throws IOException {
        Files.writeString(secrets.resolve("admin-password"), "my own");
        assertThat(run()).isEqualTo(new Program(0, "The password of admin is in deploy/secrets/admin-password\n"));

        Map<String, String> made = content();
        assertThat(made).hasSize(16).containsEntry("admin-password", "my own");
        assertThat(made.get("likes-mysql-uri")).matches("mysql://likes:[0-9a-f]{48}@likes-db:3306/likes");
        assertThat(made.get("auth.pem")).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");

        assertThat(run().exit()).isZero();
        assertThat(content()).isEqualTo(made);
    }

    @Test
    void theBrokerGetsThePasswordThatTheServiceReads() throws IOException {
        String uri = "amqp://likes:a:p%40s%26s%2F%27%22$+=,(%5C%25n%C3%BC@rabbitmq:5672/likewire";
        Files.writeString(secrets.resolve("likes-amqp-uri"), uri);
        assertThat(run().exit()).isZero();

        JsonObject broker = new JsonObject(Scripts.read(secrets.resolve("rabbitmq-definitions.json")));
        assertThat(broker.getJsonArray("users").stream().map(user -> (JsonObject) user))
                .anySatisfy(user -> assertThat(user.getString("name") + ":" + user.getString("password"))
                        .isEqualTo(URI.create(uri).getUserInfo()));
        assertThat(broker.getJsonArray("permissions")).hasSize(3);
    }

    @Test
    void aUriOfAnotherUserIsRefusedInOneLine() throws IOException {
        Files.writeString(secrets.resolve("likes-amqp-uri"), "amqp://somebody:else@rabbitmq:5672/likewire");

        assertThat(run())
                .isEqualTo(
                        new Program(1, "secrets.sh: likes-amqp-uri: expected amqp://likes:PASSWORD@host:port/vhost\n"));
        assertThat(secrets.resolve("rabbitmq-definitions.json")).doesNotExist();
    }

    private Program run() throws IOException {
        return new Stubs(folder).runWithOnly(TOOLS, "secrets.sh");
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (Path file : Scripts.in(secrets.toString())) {
            content.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return content;
    }
}
