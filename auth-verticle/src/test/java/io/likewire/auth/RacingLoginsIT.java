package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static io.likewire.auth.RunningAuth.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.auth.store.SqlAccounts;
import io.likewire.auth.store.SqlSessions;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E5: a session begins or goes on only under the account as it is then, whatever was proven a moment before. */
@Tag("full")
class RacingLoginsIT {
    private static final int A_HUNDRED_OF_ALL = 17;
    private static final int A_THOUSAND_OF_ALL = 167;
    private static final String NEW_PASSWORD = "lilies-in-may-1848";
    private static final String TEMPLATE = "template";
    private static final int SECRET_BYTES = 32;

    /** About as long as a password takes to be looked at, and to be changed; and what needs no look at one. */
    private static final int LOGIN_MS = 80;

    private static final int CHANGE_OF_PASSWORD_MS = 160;
    private static final int SHORT_MS = 6;

    private enum Way {
        LOGIN(LOGIN_MS),
        REFRESH(SHORT_MS);

        private final int millis;

        Way(int millis) {
            this.millis = millis;
        }
    }

    private enum Change {
        PASSWORD_CHANGE(CHANGE_OF_PASSWORD_MS),
        DEMOTION(SHORT_MS),
        DISABLING(SHORT_MS);

        private final int millis;

        Change(int millis) {
            this.millis = millis;
        }
    }

    private enum Race {
        LOGIN_BESIDE_PASSWORD_CHANGE(Way.LOGIN, Change.PASSWORD_CHANGE),
        LOGIN_BESIDE_DEMOTION(Way.LOGIN, Change.DEMOTION),
        LOGIN_BESIDE_DISABLING(Way.LOGIN, Change.DISABLING),
        REFRESH_BESIDE_PASSWORD_CHANGE(Way.REFRESH, Change.PASSWORD_CHANGE),
        REFRESH_BESIDE_DEMOTION(Way.REFRESH, Change.DEMOTION),
        REFRESH_BESIDE_DISABLING(Way.REFRESH, Change.DISABLING);

        private final Way way;
        private final Change change;

        Race(Way way, Change change) {
            this.way = way;
            this.change = change;
        }
    }

    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    private static final Transactions TRANSACTIONS = new Transactions(auth.pool());
    private static final SqlAccounts accounts = new SqlAccounts(TRANSACTIONS);
    private static final SqlSessions sessions = new SqlSessions(TRANSACTIONS);
    private final Random random = new Random(4711);
    private final MessageDigest digest = MessageDigest.getInstance("SHA-256");

    RacingLoginsIT() throws NoSuchAlgorithmException {}

    @BeforeAll
    static void start() {
        auth.register(TEMPLATE);
    }

    @ParameterizedTest
    @EnumSource
    void noSessionOutlivesTheChange(Race race) {
        run(race, A_HUNDRED_OF_ALL);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void noSessionOutlivesTheChangeInAThousandRaces(Race race) {
        run(race, A_THOUSAND_OF_ALL);
    }

    private void run(Race race, int times) {
        for (int time = 0; time < times; time++) {
            String name = race.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + times + "-" + time;
            Stored account = account(name, race.change == Change.DEMOTION ? Role.ADMIN : Role.USER);

            Session session = race(
                    race,
                    session(race.way, account),
                    () -> changed(race.change, account.account().id()));

            assertThat(session == null || isAsTheAccountIs(race.change, session) || hasEnded(session))
                    .as(name)
                    .isTrue();
        }
    }

    /** What gives a session, once it is asked. */
    private Supplier<Future<Session>> session(Way way, Stored account) {
        String name = account.account().username();
        if (way == Way.LOGIN) {
            return () -> auth.client.login(who(name, PASSWORD), null, call());
        }
        String token = sessionOf(account);
        return () -> auth.client.refresh(token, call());
    }

    /** As a login leaves it, without its hash: the token that refreshes it. */
    private String sessionOf(Stored account) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        assertThat(sessions.begin(id, account, Buffer.buffer(digest.digest(secret)))
                        .await())
                .isTrue();
        Buffer token = Buffer.buffer()
                .appendLong(id.getMostSignificantBits())
                .appendLong(id.getLeastSignificantBits())
                .appendBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes());
    }

    private static Future<?> changed(Change change, long id) {
        return switch (change) {
            case PASSWORD_CHANGE ->
                auth.client.changePassword(
                        id,
                        PasswordChange.parse(
                                new JsonObject().put("password", PASSWORD).put("newPassword", NEW_PASSWORD)),
                        call());
            case DEMOTION -> patched(id, "role", Role.USER.id());
            case DISABLING -> patched(id, "disabled", true);
        };
    }

    /** The session that began or went on, if any, once both are over. */
    private Session race(Race race, Supplier<Future<Session>> way, Supplier<Future<?>> change) {
        int headStart = random.nextInt(-race.change.millis, race.way.millis);
        Future<Session> session = after(-headStart).compose(now -> way.get());
        Future<?> changed = after(headStart).compose(now -> change.get());
        Future.join(session, changed).otherwiseEmpty().await();
        assertThat(changed.succeeded()).as(String.valueOf(changed.cause())).isTrue();
        return session.succeeded() ? session.result() : null;
    }

    private static Future<?> after(int millis) {
        return millis <= 0 ? Future.succeededFuture() : auth.vertx.timer(millis, TimeUnit.MILLISECONDS);
    }

    private static boolean isAsTheAccountIs(Change change, Session session) {
        return change == Change.DEMOTION && session.account().role() == Role.USER;
    }

    private static boolean hasEnded(Session session) {
        return auth.withdrawn().contains(Tokens.sid(session));
    }

    /** With the template's hash: each one more would be a third of the time. */
    private static Stored account(String name, Role role) {
        String hash = accounts.byName(TEMPLATE).await().hash();
        return new Stored(accounts.create(name, hash, role).await(), hash);
    }

    private static Future<?> patched(long id, String key, Object value) {
        return auth.client.change(id, AccountPatch.parse(new JsonObject().put(key, value)), call());
    }
}
