package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.auth.keys.KeyFile;
import io.likewire.auth.keys.KeyRing;
import io.likewire.auth.keys.KeyRotation;
import io.likewire.platform.config.ConfigException;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysIT {
    @TempDir
    private Path directory;

    @Test
    void aNewKeyIsPublishedBeforeItSigns() throws IOException {
        try (RunningAuth auth = new RunningAuth()) {
            String old = Tokens.kid(auth.login("head", PASSWORD));
            makeOlder(auth, old, "10 SECOND");
            String fresh = KeyRotation.rotate(auth.keys);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> published(auth)
                    .contains(fresh));

            assertThat(published(auth)).contains(old);
            assertThat(Tokens.kid(auth.login("head", PASSWORD))).isEqualTo(old);
            makeOlder(auth, fresh, "1 HOUR");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Tokens.kid(auth.login("head", PASSWORD))
                    .equals(fresh));
            assertThat(published(auth)).contains(old, fresh);
        }
    }

    @Test
    void aFileThatCannotBeReadWhileItRunsChangesNothing() throws IOException {
        try (RunningAuth auth = new RunningAuth();
                LoggedLines lines = new LoggedLines(KeyRing.class)) {
            String old = Tokens.kid(auth.login("head", PASSWORD));
            Files.writeString(auth.keys, "spoilt");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> lines.all().size() > 1);

            assertThat(lines.messages()).allMatch(line -> line.startsWith("the keys stay as they are"));
            assertThat(Tokens.kid(auth.login("head", PASSWORD))).isEqualTo(old);
        }
    }

    @Test
    void twoNodesPublishTheKeysOfBoth() throws IOException {
        try (RunningAuth auth = new RunningAuth()) {
            Path another = directory.resolve("another.pem");
            KeyRotation.rotate(another);
            Vertx vertx = Vertx.vertx();
            auth.start(vertx, another);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> published(auth).size() == 2);
            vertx.close().await();
        }
    }

    @Test
    void aFileKeepsTheLastThreeKeys() throws IOException {
        Path file = directory.resolve("keys.pem");
        List<String> ids = List.of(
                KeyRotation.rotate(file), KeyRotation.rotate(file), KeyRotation.rotate(file), KeyRotation.rotate(file));
        assertThat(new KeyFile(file).read())
                .extracting(key -> key.getKeyID())
                .containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void withoutAKeyThereIsNoStart(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.pem"), content);
        assertThatThrownBy(() -> new KeyFile(file).read())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("AUTH_KEY_FILE: ")
                .hasMessageNotContaining("\n");
    }

    private static void makeOlder(RunningAuth auth, String kid, String time) {
        auth.sql("UPDATE signing_key SET first_seen = first_seen - INTERVAL " + time + " WHERE kid = '" + kid + "'");
    }

    private static List<String> published(RunningAuth auth) {
        return auth.client.trust(call()).await().keys().getJsonArray("keys").stream()
                .map(key -> ((JsonObject) key).getString("kid"))
                .toList();
    }
}
