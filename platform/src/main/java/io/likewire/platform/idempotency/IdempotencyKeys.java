package io.likewire.platform.idempotency;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Uuids;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keys and answers, in the transaction that has the effect: both are there or neither is, whatever dies. A key is claimed
 * before the effect; its row stays locked until the commit, so whoever comes with the same key waits for the answer.
 *
 * <p>Rows are locked in order of id, and after everything else that a transaction locks for reading.
 */
public final class IdempotencyKeys {
    /** Locks a row that exists without changing it. A plain INSERT would share the lock, and waiters would deadlock. */
    private static final Rows CLAIM = new Rows(
            "INSERT INTO idempotency_key (id, request, command_id) VALUES",
            "(?,?,?)",
            "ON DUPLICATE KEY UPDATE id = VALUES(id)");

    private static final Rows FIND =
            new Rows("SELECT id, request, command_id, answer FROM idempotency_key WHERE id IN (", "?", ")");

    /** The rows exist and are locked: this only ever updates. */
    private static final Rows KEEP = new Rows(
            "INSERT INTO idempotency_key (id, request, command_id, answer) VALUES",
            "(?,?,?,?)",
            "ON DUPLICATE KEY UPDATE answer = VALUES(answer)");

    private IdempotencyKeys() {}

    /** An answer, and whether it was there before. */
    public record Kept(Buffer answer, boolean replayed) {}

    /**
     * Lets {@code effect} happen for the first command with the key, and answers all others with what it came to. Fails
     * with IDEMPOTENCY_MISMATCH for another request, with IDEMPOTENCY_RUNNING when somebody holds the key for too long.
     *
     * @param effect answers what is to be kept; when it fails the key stays free
     */
    public static Future<Kept> once(SqlConnection transaction, KeyedCommand command, Supplier<Future<Buffer>> effect) {
        return claim(transaction, List.of(command))
                .recover(failure -> Future.failedFuture(
                        SqlFailure.isLockWaitTimeout(failure) ? StoredAnswer.stillRunning() : failure))
                .compose(claimed -> find(transaction, List.of(command.key())))
                .compose(found -> found.isEmpty()
                        ? effect.get().compose(answer -> keep(transaction, List.of(new StoredAnswer(command, answer)))
                                .map(new Kept(answer, false)))
                        : replay(found.get(command.key().id()), command));
    }

    private static Future<Kept> replay(StoredAnswer kept, KeyedCommand command) {
        return kept.isFor(command.key())
                ? Future.succeededFuture(new Kept(kept.answer(), kept.isReplayFor(command.commandId())))
                : Future.failedFuture(StoredAnswer.otherRequest());
    }

    /** Holds the keys until the end of the transaction; waits for others who hold them. */
    public static Future<Void> claim(SqlConnection transaction, Collection<KeyedCommand> commands) {
        return CLAIM.change(
                transaction,
                commands.stream()
                        .sorted(Comparator.comparing(command -> command.key().id()))
                        .map(IdempotencyKeys::values)
                        .toList());
    }

    /** The answers kept for these keys, by id; 256 at most. */
    public static Future<Map<String, StoredAnswer>> find(SqlConnection transaction, Collection<RequestKey> keys) {
        return FIND.ask(
                        transaction,
                        Rows.of(keys.stream().map(RequestKey::idBytes).toList()))
                .map(IdempotencyKeys::answered);
    }

    /** Keeps what claimed keys came to. */
    public static Future<Void> keep(SqlConnection transaction, Collection<StoredAnswer> answers) {
        return KEEP.change(
                transaction,
                answers.stream()
                        .sorted(Comparator.comparing(kept -> kept.first().key().id()))
                        .map(IdempotencyKeys::values)
                        .toList());
    }

    private static Object[] values(KeyedCommand command) {
        return new Object[] {command.key().idBytes(), command.key().requestBytes(), Uuids.bytes(command.commandId())};
    }

    private static Object[] values(StoredAnswer kept) {
        RequestKey key = kept.first().key();
        return new Object[] {
            key.idBytes(), key.requestBytes(), Uuids.bytes(kept.first().commandId()), kept.answer()
        };
    }

    /** A row without an answer is the one that this transaction has just claimed. */
    private static Map<String, StoredAnswer> answered(RowSet<Row> rows) {
        Map<String, StoredAnswer> answers = new HashMap<>();
        for (Row row : rows) {
            Buffer answer = row.getBuffer(3);
            if (answer != null) {
                RequestKey key = new RequestKey(hex(row.getBuffer(0)), hex(row.getBuffer(1)));
                UUID commandId = Uuids.uuid(row.getBuffer(2));
                answers.put(key.id(), new StoredAnswer(new KeyedCommand(key, commandId), answer));
            }
        }
        return answers;
    }

    private static String hex(Buffer bytes) {
        return HexFormat.of().formatHex(bytes.getBytes());
    }
}
