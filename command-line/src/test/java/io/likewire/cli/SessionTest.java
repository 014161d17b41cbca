package io.likewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionTest extends CalledTool {
    @Test
    void aTokenThatEndsIsExchangedOnceAndKeptForTheOwnerAlone() throws IOException {
        remember(Instant.now().getEpochSecond());
        server.then(200, "{\"accessToken\":\"new\",\"expiresIn\":600}", "Set-Cookie", "refresh=second; HttpOnly")
                .then(200, "[]")
                .then(200, "[]");

        assertThat(run("users", "list").exit()).isZero();
        assertThat(run("users", "list").exit()).isZero();

        assertThat(server.asked())
                .containsExactly(
                        "POST /api/auth/refresh null null",
                        "GET /api/users?limit=100 Bearer new null",
                        "GET /api/users?limit=100 Bearer new null");
        Path file = state();
        assertThat(Files.readString(file)).contains("\"refresh\":\"second\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aSessionThatIsOverIsForgotten() throws IOException {
        remember(0);
        server.then(401, "{\"message\":\"no\"}");

        assertThat(run("users", "list").err()).contains("Your session is over");
        assertThat(run("users", "list").err()).contains("You are not signed in");
        assertThat(Files.readString(state())).doesNotContain("first");
    }

    @Test
    void aTokenGoesToNoOtherServer() throws IOException {
        remember(Instant.now().getEpochSecond() + 600);
        try (ScriptedServer other = new ScriptedServer()) {
            assertThat(Ran.of(home, Map.of(), other.address(), "users", "list").err())
                    .contains("You are not signed in");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void whoHasNoNameLikesAsTheSameVisitorEachTime() {
        server.then(201, "{\"token\":\"v\"}")
                .then(200, "{\"liked\":true,\"likes\":1}")
                .then(200, "{\"liked\":false,\"likes\":0}");

        assertThat(run("likes", "like", "5").out()).isEqualToIgnoringNewLines("You like product 5. Likes: 1.");
        assertThat(run("likes", "unlike", "5").out()).isEqualToIgnoringNewLines("You don't like product 5. Likes: 0.");

        assertThat(server.asked())
                .containsExactly(
                        "POST /api/visitors null null",
                        "PUT /api/products/5/like Bearer v null",
                        "DELETE /api/products/5/like Bearer v null");
    }

    private void remember(long until) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve(".local/state/likewire"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name = server.address().toString().replaceAll("[^A-Za-z0-9.-]+", "_") + ".json";
        Files.writeString(
                folder.resolve(name),
                String.format(
                        Locale.ROOT,
                        "{\"username\":\"ann\",\"token\":\"old\",\"until\":%d,\"refresh\":\"first\"}",
                        until));
    }

    private Path state() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".local/state/likewire"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** Without a token. */
    @Override
    Ran run(String... arguments) {
        return Ran.of(home, Map.of(), server.address(), arguments);
    }
}
