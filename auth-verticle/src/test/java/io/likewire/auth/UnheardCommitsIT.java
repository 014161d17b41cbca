package io.likewire.auth;

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
        Account made = accounts.create("again", "hash-1", Role.USER).await();

        assertThat(accounts.create("again", "hash-1", Role.USER).await()).isEqualTo(made);
        assertThat(Refusals.refusal(() ->
                                accounts.create("again", "hash-2", Role.USER).await())
                        .type())
                .isEqualTo(ProblemType.INVALID);
    }

    @Test
    void aPasswordThatTheSameCallHasChangedIsChanged() {
        Account made = accounts.create("changed", "hash-1", Role.USER).await();
        var proven = accounts.byId(made.id()).await();

        assertThat(accounts.changePassword(proven, "hash-2").await()).isTrue();
        assertThat(accounts.changePassword(proven, "hash-2").await()).isTrue();
        assertThat(accounts.changePassword(proven, "hash-3").await()).isFalse();
    }

    @Test
    void aDeviceMayBeRememberedTwice() {
        Account made = accounts.create("device", "hash-1", Role.USER).await();
        sessions.remember(SessionSecret.digest("browser"), made.id()).await();
        sessions.remember(SessionSecret.digest("browser"), made.id()).await();

        assertThat(sessions.remembers(SessionSecret.digest("browser"), "device").await())
                .isTrue();
    }
}
