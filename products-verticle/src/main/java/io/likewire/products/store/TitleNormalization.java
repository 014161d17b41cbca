package io.likewire.products.store;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Titles;
import io.likewire.platform.InTurn;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Brings stored titles into the form that {@link Titles} have, each by a change with its event. It looks at all products once
 * a day, some at a time: a node of an older release may go on writing others.
 */
public final class TitleNormalization {
    private static final int CHUNK = 500;
    private static final int LONGEST = 200;
    private static final long PATIENCE_MS = 10_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final Transactions transactions;
    private final SqlProducts products;
    private final Runnable written;
    private final RepeatedTask task;
    private long afterId;

    /** @param written told when there are new events */
    public TitleNormalization(Vertx vertx, Transactions transactions, Runnable written) {
        this.transactions = transactions;
        this.products = new SqlProducts(transactions);
        this.written = written;
        this.task = RepeatedTask.inPieces(vertx, "normalization of titles", BETWEEN_LOOKS, this::some);
    }

    public void start() {
        task.wake();
    }

    public void stop() {
        task.stop();
    }

    /** Looks at the next ones; true when there may be more behind them. */
    Future<Boolean> some() {
        return transactions.read(Statements.TITLES_AFTER, afterId, CHUNK).compose(rows -> {
            long next = rows.size() < CHUNK
                    ? 0
                    : rows.stream().mapToLong(row -> row.getLong(0)).max().orElse(0);
            List<Long> differing = rows.stream()
                    .filter(row -> differs(row.getString(1)))
                    .map(row -> row.getLong(0))
                    .toList();
            return InTurn.each(differing, this::normalize)
                    .onSuccess(done -> afterId = next)
                    .map(next > 0);
        });
    }

    /** A few letters grow: a title that would not fit any more stays. */
    private static boolean differs(String title) {
        String normalized = Titles.normalized(title);
        return !normalized.equals(title) && normalized.codePointCount(0, normalized.length()) <= LONGEST;
    }

    private Future<Void> normalize(long id) {
        Change change = new Change(UUID.randomUUID(), null, null, System.currentTimeMillis() + PATIENCE_MS);
        return products.normalizeTitle(id, change)
                .onSuccess(done -> written.run())
                .<Void>mapEmpty()
                .recover(failure -> failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND
                        ? Future.succeededFuture()
                        : Future.failedFuture(failure));
    }
}
