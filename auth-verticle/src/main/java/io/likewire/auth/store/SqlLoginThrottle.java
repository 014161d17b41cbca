package io.likewire.auth.store;

import io.likewire.auth.domain.LoginThrottle;
import io.likewire.auth.domain.SessionSecret;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaky buckets in MySQL, one for each name and one for each device that has logged in with it. Together they let through
 * twenty attempts in ten minutes at most. A name need not exist to have one: that would tell who does.
 */
public record SqlLoginThrottle(Transactions transactions) implements LoginThrottle {
    /** @param burst attempts at once, and then one in {@code interval} microseconds */
    private record Limit(int burst, long interval) {
        static final Limit SHARED = new Limit(8, TimeUnit.SECONDS.toMicros(100));
        static final Limit OF_A_DEVICE = new Limit(3, TimeUnit.SECONDS.toMicros(200));
    }

    /** @param taken null when there was none left, but in {@code waitMicros} */
    private record Attempt(Taken taken, long waitMicros) {
        Attempt or(Attempt other) {
            return other.taken != null ? other : new Attempt(null, Math.min(waitMicros, other.waitMicros));
        }

        Taken required() {
            if (taken == null) {
                throw Refusal.tooMany("Too many sign-in attempts", TimeUnit.MICROSECONDS.toSeconds(waitMicros - 1) + 1);
            }
            return taken;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SqlLoginThrottle.class);

    @Override
    public Future<Taken> take(String username, String device) {
        Buffer shared = shared(username);
        if (device == null) {
            return take(shared, Limit.SHARED).map(Attempt::required);
        }
        return takeOwn(SessionSecret.digest(device), username)
                .compose(own -> own.taken() != null
                        ? Future.succeededFuture(own)
                        : take(shared, Limit.SHARED).map(own::or))
                .map(Attempt::required);
    }

    /** The budget of everybody who tries this name. */
    static Buffer shared(String username) {
        return SessionSecret.digest("name", username);
    }

    private Future<Attempt> takeOwn(Buffer device, String username) {
        return transactions
                .read(Statements.KNOWS_DEVICE, device, username)
                .compose(known -> known.size() == 0
                        ? Future.succeededFuture(new Attempt(null, Long.MAX_VALUE))
                        : take(device, Limit.OF_A_DEVICE));
    }

    private Future<Attempt> take(Buffer budget, Limit limit) {
        return transactions.write(transaction -> Sql.execute(transaction, Statements.ENSURE_BUDGET, budget)
                .compose(there -> Sql.execute(transaction, Statements.LOCK_BUDGET, budget))
                .compose(rows -> take(transaction, budget, rows.iterator().next(), limit)));
    }

    private static Future<Attempt> take(SqlConnection transaction, Buffer budget, Row row, Limit limit) {
        long now = row.getLong(1);
        long emptyAt = Math.max(row.getLong(0), now) + limit.interval();
        long wait = emptyAt - now - limit.burst() * limit.interval();
        if (wait > 0) {
            return Future.succeededFuture(new Attempt(null, wait));
        }
        return Sql.execute(transaction, Statements.SET_BUDGET, emptyAt, budget)
                .map(new Attempt(new Taken(budget, limit.interval()), 0));
    }

    @Override
    public Future<Void> giveBack(Taken taken) {
        return transactions
                .once(Statements.GIVE_BACK, taken.cost(), taken.cost(), taken.budget())
                .onFailure(failure -> LOG.warn("an attempt stays used up: {}", failure.getMessage()))
                .otherwiseEmpty()
                .mapEmpty();
    }
}
