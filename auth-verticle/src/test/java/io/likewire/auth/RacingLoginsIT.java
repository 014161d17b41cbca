package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.await;
import static io.likewire.auth.RunningAuth.call;
import static io.likewire.auth.RunningAuth.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E5: a session begins only under the account as it is at that moment, whatever was proven a moment before. */
@Tag("full")
class RacingLoginsIT {
    private static final int RACES = Integer.getInteger("likewire.races", 34);
    private static final String NEW_PASSWORD = "lilies-in-may-1848";

    /** About as long as a password takes to be looked at, and to be changed. */
    private static final int LOGIN_MS = 80;

    private static final int CHANGE_MS = 160;

    @TempDir
    private static Path directory;

    private static RunningAuth auth;
    private final Random random = new Random(4711);

    @BeforeAll
    static void start() {
        auth = new RunningAuth(directory);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void noneUnderAnOldPasswordOutlivesTheChangeOfIt() {
        for (int race = 0; race < RACES; race++) {
            String name = "changing" + race;
            long id = registered(name);
            PasswordChange change = PasswordChange.parse(
                    new JsonObject().put("password", PASSWORD).put("newPassword", NEW_PASSWORD));

            Session old = race(name, () -> auth.client.changePassword(id, change, call()));

            assertThat(old == null || hasEnded(old)).as("race %d", race).isTrue();
        }
    }

    @Test
    void noneOfAnAdministratorOutlivesHisDemotion() {
        for (int race = 0; race < RACES; race++) {
            String name = "demoted" + race;
            long id = registered(name);
            patch(id, "role", Role.ADMIN.id());

            Session session = race(name, () -> change(id, "role", Role.USER.id()));

            assertThat(session == null || session.account().role() == Role.USER || hasEnded(session))
                    .as("race %d", race)
                    .isTrue();
        }
    }

    @Test
    void noneOutlivesTheDisablingOfItsAccount() {
        for (int race = 0; race < RACES; race++) {
            String name = "disabled" + race;
            long id = registered(name);

            Session session = race(name, () -> change(id, "disabled", true));

            assertThat(session == null || hasEnded(session)).as("race %d", race).isTrue();
        }
    }

    /** The session that the login began, if any, once both are over. */
    private <T> Session race(String name, Supplier<Future<T>> change) {
        int headStart = random.nextInt(-CHANGE_MS, LOGIN_MS);
        Future<Session> login = after(-headStart).compose(now -> auth.client.login(who(name, PASSWORD), null, call()));
        Future<T> changed = after(headStart).compose(now -> change.get());
        await(Future.join(login, changed).otherwiseEmpty());
        assertThat(changed.succeeded()).as(String.valueOf(changed.cause())).isTrue();
        return login.succeeded() ? login.result() : null;
    }

    private static Future<?> after(int millis) {
        return millis <= 0 ? Future.succeededFuture() : auth.vertx.timer(millis, TimeUnit.MILLISECONDS);
    }

    private static boolean hasEnded(Session session) {
        return auth.withdrawn().contains(Tokens.sid(session));
    }

    private static long registered(String name) {
        return await(auth.client.register(who(name, PASSWORD), call())).id();
    }

    private static void patch(long id, String key, Object value) {
        await(change(id, key, value));
    }

    private static Future<?> change(long id, String key, Object value) {
        return auth.client.change(id, AccountPatch.parse(new JsonObject().put(key, value)), call());
    }
}
