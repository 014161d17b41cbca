package io.likewire.auth.store;

import io.likewire.auth.domain.AccountStore;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.recovery.IdFloor;
import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLClient;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Accounts in MySQL. */
public record SqlAccounts(Transactions transactions) implements AccountStore {
    /** Only accounts that like something are known to others: far more like nothing. */
    private static final long WITHOUT_LIKES = 10_000;

    private static final IdFloor NUMBERS = new IdFloor(
            "account",
            WITHOUT_LIKES,
            Statements.HIGHEST_ACCOUNT,
            Statements.CREATE_PLACE_HOLDER,
            Tuple::of,
            Statements.DELETE_ACCOUNT);

    @Override
    public Future<Account> create(String username, String hash, Role role) {
        return transactions
                .write(transaction -> Sql.execute(transaction, Statements.CREATE_ACCOUNT, username, hash, role.id())
                        .compose(rows -> one(
                                transaction, Statements.ACCOUNT_BY_ID, rows.property(MySQLClient.LAST_INSERTED_ID))))
                .recover(failure -> SqlFailure.isDuplicate(failure) ? byName(username) : Future.failedFuture(failure))
                .map(there -> own(there, hash));
    }

    /** Made by this very call when it has its hash: no two are alike, and its commit may have been done unheard. */
    private static Account own(Stored there, String hash) {
        if (there == null || !there.hash().equals(hash)) {
            throw Refusal.invalid(Map.of("username", List.of("A user with that username already exists.")));
        }
        return there.account();
    }

    @Override
    public Future<Stored> byName(String username) {
        return transactions.read(client -> one(client, Statements.ACCOUNT_BY_NAME, username));
    }

    @Override
    public Future<Stored> byId(long id) {
        return transactions.read(client -> one(client, Statements.ACCOUNT_BY_ID, id));
    }

    @Override
    public Future<List<Account>> after(long id, int limit) {
        return transactions
                .read(Statements.ACCOUNTS_AFTER, id, limit)
                .map(rows -> rows.stream().map(row -> account(row, 0)).toList());
    }

    @Override
    public Future<Account> change(long id, AccountPatch patch, String hash) {
        return transactions.write(transaction -> Sql.execute(transaction, Statements.LOCK_ADMINISTRATORS)
                .compose(admins -> lock(transaction, id)
                        .compose(found -> found == null
                                ? Future.succeededFuture(null)
                                : change(transaction, found.account(), patch, hash, isLast(admins, id)))));
    }

    private static boolean isLast(RowSet<Row> administrators, long id) {
        return administrators.size() == 1 && administrators.iterator().next().getLong(0) == id;
    }

    private static Future<Account> change(
            SqlConnection transaction, Account now, AccountPatch patch, String hash, boolean last) {
        Role role = patch.role() == null ? now.role() : patch.role();
        boolean disabled = patch.disabled() == null ? now.disabled() : patch.disabled();
        boolean less = (disabled && !now.disabled()) || !role.includes(now.role());
        if (last && less) {
            return Future.failedFuture(Refusal.invalid(
                    Map.of(disabled ? "disabled" : "role", List.of("This is the last administrator."))));
        }
        return Sql.execute(transaction, Statements.CHANGE_ACCOUNT, role.id(), disabled, hash, now.id())
                .compose(changed -> hash == null ? Future.succeededFuture() : forgive(transaction, now.username()))
                .compose(done -> less || hash != null ? endAll(transaction, now.id()) : Future.succeededFuture())
                .map(new Account(now.id(), now.username(), role, disabled, now.createdAt()));
    }

    /** Who has guessed at the old password may try the new one. */
    private static Future<Void> forgive(SqlConnection transaction, String username) {
        return Sql.execute(transaction, Statements.SET_BUDGET, 0L, SqlLoginThrottle.shared(username))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> changePassword(Stored proven, String hash) {
        long id = proven.account().id();
        return transactions.write(transaction -> replace(transaction, proven, hash)
                .compose(changed -> changed ? endAll(transaction, id).map(true) : Future.succeededFuture(false)));
    }

    /** Also true when it was done before, by a commit that nobody heard of: no two hashes are alike. */
    private static Future<Boolean> replace(SqlConnection transaction, Stored proven, String hash) {
        long id = proven.account().id();
        return lock(transaction, id).compose(now -> {
            if (now == null || !List.of(proven.hash(), hash).contains(now.hash())) {
                return Future.succeededFuture(false);
            }
            return Sql.execute(transaction, Statements.CHANGE_PASSWORD, hash, id)
                    .map(true);
        });
    }

    private static Future<Void> endAll(SqlConnection transaction, long id) {
        return Sql.execute(transaction, Statements.END_ALL, id).mapEmpty();
    }

    @Override
    public Future<Boolean> rehash(Stored proven, String hash) {
        return transactions.write(transaction -> replace(transaction, proven, hash));
    }

    @Override
    public Future<Long> anyone() {
        return transactions.read(client -> Sql.execute(client, Statements.ANYONE_FROM)
                .compose(
                        rows -> rows.size() > 0 ? Future.succeededFuture(rows) : Sql.execute(client, Statements.ANYONE))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0)));
    }

    @Override
    public Future<Void> keepNumbersAbove(long number) {
        return NUMBERS.keepAbove(transactions, number);
    }

    @Override
    public Future<Boolean> hasAdministrator() {
        return transactions.read(Statements.HAS_ADMINISTRATOR).map(rows -> rows.size() > 0);
    }

    /** Null for an unknown one. */
    static Future<Stored> lock(SqlConnection transaction, long id) {
        return one(transaction, Statements.LOCK_ACCOUNT, id);
    }

    private static Future<Stored> one(SqlClient client, String statement, Object key) {
        return Sql.execute(client, statement, key).map(rows -> rows.stream()
                .map(row -> new Stored(account(row, 0), row.getString(5)))
                .findFirst()
                .orElse(null));
    }

    /** @param from the column of its id */
    static Account account(Row row, int from) {
        return new Account(
                row.getLong(from),
                row.getString(from + 1),
                Role.of(row.getString(from + 2)).orElse(Role.USER),
                row.getBoolean(from + 3),
                row.getLocalDateTime(from + 4).toInstant(ZoneOffset.UTC));
    }
}
