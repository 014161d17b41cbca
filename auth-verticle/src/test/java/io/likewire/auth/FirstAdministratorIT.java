package io.likewire.auth;

import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.auth.administrator.FirstAdministrator.Wanted;
import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.SecretFile;
import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody can always get in: after a start that was ended at once, and after the password is forgotten. */
class FirstAdministratorIT {
    private static final String NEW_PASSWORD = "crocus-in-april-12";

    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    private final Vertx vertx = Vertx.vertx();
    private final Path file = auth.directory.resolve("first-password");

    @AfterEach
    void stopNode() throws IOException {
        vertx.close().await();
        Files.deleteIfExists(file);
    }

    @Test
    void aRandomPasswordStaysInItsFileUntilItsOwnerLogsIn() throws IOException {
        auth.sql("UPDATE account SET role = 'user'");
        startAgain(new Wanted("paula", Optional.empty(), Optional.of(file), false));

        String password = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        auth.sql("UPDATE account SET role = 'admin' WHERE username = 'head'");
        assertThat(login("head", PASSWORD).account().role()).isEqualTo(Role.ADMIN);
        refusal(() -> login("paula", "a guess"));
        assertThat(file).as("neither was paula herself").exists();
        assertThat(login("paula", password).account().role()).isEqualTo(Role.ADMIN);
        Awaitility.await().until(() -> Files.notExists(file));
    }

    /** As a start leaves it that was ended between the two. */
    @Test
    void aPasswordWhoseAccountWasNotMadeIsTaken() throws IOException {
        auth.sql("UPDATE account SET role = 'user'");
        keep(NEW_PASSWORD + "\n");

        startAgain(new Wanted("quentin", Optional.empty(), Optional.of(file), false));

        assertThat(login("quentin", NEW_PASSWORD).account().role()).isEqualTo(Role.ADMIN);
    }

    /** Whoever can write beside the file must not choose what is read, and an empty file holds no password. */
    @Test
    void whatTheFileHoldsIsTakenForAPasswordWithCare() throws IOException {
        auth.sql("UPDATE account SET role = 'user'");
        Wanted ruth = new Wanted("ruth", Optional.empty(), Optional.of(file), false);
        Files.createSymbolicLink(file, Files.writeString(auth.directory.resolve("elsewhere"), NEW_PASSWORD));
        assertThatThrownBy(() -> startAgain(ruth)).hasMessageContaining("FIRST_PASSWORD_FILE: " + file + " is a link");

        Files.delete(file);
        Files.writeString(file, NEW_PASSWORD);
        assertThatThrownBy(() -> startAgain(ruth)).hasMessageContaining("is another user's, or others may read it");

        keep("short");
        assertThatThrownBy(() -> startAgain(ruth)).hasMessageContaining("FIRST_PASSWORD_FILE: ");

        keep("\n");
        startAgain(ruth);
        assertThat(login("ruth", Files.readString(file).strip()).account().role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void aPasswordIsResetOnceForAStartThatAsksForIt() {
        auth.register("rosa");
        auth.sql("UPDATE account SET disabled = TRUE WHERE username = 'rosa'");
        Wanted wanted = new Wanted("Rosa", Optional.of(NEW_PASSWORD), Optional.empty(), true);

        try (LoggedLines audit = new LoggedLines(Audit.LOGGER)) {
            startAgain(wanted);
            assertThat(audit.messages()).contains("account.reset by start: done");
        }
        var rosa = auth.login("rosa", NEW_PASSWORD);
        assertThat(rosa.account().role()).isEqualTo(Role.ADMIN);
        assertThat(refusal(() -> auth.login("rosa", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);

        startAgain(wanted);
        assertThat(auth.withdrawn()).as("a second start ends no session").doesNotContain(Tokens.sid(rosa));
    }

    @Test
    void aPasswordThatIsEasyToGuessIsNoReset() {
        assertThatThrownBy(() -> startAgain(new Wanted("head", Optional.of("password"), Optional.empty(), true)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("ADMIN_PASSWORD: ");
        assertThat(auth.login("head", PASSWORD).account().username()).isEqualTo("head");
    }

    /** At the node that this test has started. */
    private Session login(String username, String password) {
        return new AuthClient(vertx)
                .login(RunningAuth.who(username, password), null, RunningAuth.call())
                .await();
    }

    private void keep(String content) throws IOException {
        SecretFile.write(file, content);
    }

    private void startAgain(Wanted administrator) {
        vertx.eventBus().consumer(Addresses.LIKES, question -> question.reply(new JsonObject().put("number", 0)));
        auth.start(vertx, auth.keys, administrator);
    }
}
