package io.likewire.auth.store;

import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.auth.domain.SessionStore;
import io.likewire.auth.domain.Sessions;
import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sessions and devices in MySQL. */
public record SqlSessions(Transactions transactions) implements SessionStore {
    /** Gateways' clocks may differ. */
    private static final int SLACK_S = 60;

    /** The last access token of a session that ended earlier has expired. */
    private static final int OLDEST_S = AccessTokens.LONGEST_S + SLACK_S;

    /** Gateways ask for all of them more often than this. */
    private static final int LATELY_S = 30;

    private static final int AT_ONCE = 1_000;

    /** How long a refresh may be repeated whose answer got lost. */
    private static final int LOST_ANSWER_S = 30;

    @Override
    public Future<Boolean> begin(UUID id, Stored proven, Buffer secret) {
        long account = proven.account().id();
        return transactions.write(transaction -> SqlAccounts.lock(transaction, account)
                .compose(now -> now != null && now.isAsProven(proven)
                        ? Sql.execute(
                                        transaction,
                                        Statements.BEGIN_SESSION,
                                        Uuids.bytes(id),
                                        account,
                                        secret,
                                        Sessions.LIFETIME_S)
                                .map(true)
                        : Future.succeededFuture(false)));
    }

    @Override
    public Future<Refreshed> refresh(UUID id, Buffer secret, Buffer next) {
        Buffer key = Uuids.bytes(id);
        return transactions.write(transaction -> Sql.execute(transaction, Statements.LOCK_SESSION, LOST_ANSWER_S, key)
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(new Refreshed(null, false))
                        : refresh(transaction, key, rows.iterator().next(), secret, next)));
    }

    private static Future<Refreshed> refresh(
            SqlConnection transaction, Buffer key, Row row, Buffer shown, Buffer next) {
        Account account = SqlAccounts.account(row, 0);
        Buffer stored = row.getBuffer(5);
        boolean lost = shown.equals(row.getBuffer(6)) && row.getBoolean(7);
        if (stored.equals(next)) {
            // this very refresh, whose commit nobody heard of
            return Future.succeededFuture(new Refreshed(account, false));
        }
        if (account.disabled() || !(stored.equals(shown) || lost)) {
            return Sql.execute(transaction, Statements.END_SESSION, key).map(new Refreshed(null, true));
        }
        return Sql.execute(transaction, Statements.REPLACE_SECRET, next, lost ? null : shown, key)
                .map(new Refreshed(account, false));
    }

    @Override
    public Future<Boolean> end(UUID id, Buffer secret) {
        return transactions
                .write(Statements.END_BY_SECRET, Uuids.bytes(id), secret, secret)
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Integer> endAll() {
        return endFrom(0);
    }

    private Future<Integer> endFrom(int before) {
        return transactions
                .write(Statements.END_SOME, AT_ONCE)
                .map(SqlResult::rowCount)
                .compose(ended -> ended < AT_ONCE ? Future.succeededFuture(before + ended) : endFrom(before + ended));
    }

    @Override
    public Future<RevokedSessions> withdrawn() {
        return withdrawnIn(OLDEST_S);
    }

    @Override
    public Future<RevokedSessions> withdrawnLately() {
        return withdrawnIn(LATELY_S);
    }

    private Future<RevokedSessions> withdrawnIn(int seconds) {
        return transactions
                .read(Statements.WITHDRAWN, seconds)
                .map(rows -> new RevokedSessions(rows.stream()
                        .collect(Collectors.toMap(
                                row -> Uuids.uuid(row.getBuffer(0)).toString(), row -> row.getLong(1) + OLDEST_S))));
    }

    @Override
    public Future<Void> remember(Buffer device, long account) {
        return transactions.write(Statements.REMEMBER_DEVICE, device, account).mapEmpty();
    }

    @Override
    public Future<Boolean> remembers(Buffer device, String username) {
        return transactions.write(Statements.SEEN_DEVICE, device, username).map(rows -> rows.rowCount() > 0);
    }
}
