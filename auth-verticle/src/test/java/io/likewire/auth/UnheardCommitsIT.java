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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A transaction runs again when nobody knows whether its commit was done: it recognises its own effect. */
class UnheardCommitsIT {
    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    private static final Transactions TRANSACTIONS = new Transactions(auth.pool());
    private static final SqlAccounts accounts = new SqlAccounts(TRANSACTIONS);
    private static final SqlSessions sessions = new SqlSessions(TRANSACTIONS);

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
