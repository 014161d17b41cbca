package io.likewire.auth;

import static io.likewire.auth.RunningAuth.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.auth.domain.SessionSecret;
import io.likewire.auth.store.SqlAccounts;
import io.likewire.auth.store.SqlSessions;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.platform.database.Transactions;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction runs again when nobody knows whether its commit was done: it recognises its own effect. */
class UnheardCommitsIT {
    @TempDir
    private static Path directory;

    @AutoClose
    private static RunningAuth auth;

    private static SqlAccounts accounts;
    private static SqlSessions sessions;

    @BeforeAll
    static void start() {
        auth = new RunningAuth(directory);
        Transactions transactions = new Transactions(auth.pool());
        accounts = new SqlAccounts(transactions);
        sessions = new SqlSessions(transactions);
    }

    @Test
    void anAccountThatTheSameCallHasMadeIsItsOwn() {
        Account made = await(accounts.create("again", "hash-1", Role.USER));

        assertThat(await(accounts.create("again", "hash-1", Role.USER))).isEqualTo(made);
        assertThat(Refusals.refusal(() -> await(accounts.create("again", "hash-2", Role.USER)))
                        .type())
                .isEqualTo(ProblemType.INVALID);
    }

    @Test
    void aPasswordThatTheSameCallHasChangedIsChanged() {
        Account made = await(accounts.create("changed", "hash-1", Role.USER));
        var proven = await(accounts.byId(made.id()));

        assertThat(await(accounts.changePassword(proven, "hash-2"))).isTrue();
        assertThat(await(accounts.changePassword(proven, "hash-2"))).isTrue();
        assertThat(await(accounts.changePassword(proven, "hash-3"))).isFalse();
    }

    @Test
    void aDeviceMayBeRememberedTwice() {
        Account made = await(accounts.create("device", "hash-1", Role.USER));
        await(sessions.remember(SessionSecret.digest("browser"), made.id()));
        await(sessions.remember(SessionSecret.digest("browser"), made.id()));

        assertThat(await(sessions.remembers(SessionSecret.digest("browser"), "device")))
                .isTrue();
    }
}
