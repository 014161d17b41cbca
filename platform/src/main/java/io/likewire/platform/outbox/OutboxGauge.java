package io.likewire.platform.outbox;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Sql;
import io.likewire.platform.outbox.RelaySource.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many events wait, and for how long: {@code likewire_outbox_rows} and {@code likewire_outbox_oldest_seconds}; and how many
 * the broker refused for good: {@code likewire_outbox_parked}. At the limit the service takes no more changes, because a disk is finite too.
 */
public final class OutboxGauge {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxGauge.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final double MICROSECONDS = 1e6;

    /** Open again when a tenth is gone, so that the door doesn't flutter. */
    private static final double ROOM_AGAIN = 0.9;

    /** Rows leave in order of id, and ids have few gaps: the span is hardly more than the number, and costs nothing. */
    private static final String SPAN = "SELECT CAST(COALESCE(MAX(id) - MIN(id) + 1, 0) AS SIGNED),"
            + " COALESCE(TIMESTAMPDIFF(MICROSECOND, (SELECT created_at FROM outbox ORDER BY id LIMIT 1), NOW(6)), 0),"
            + " (SELECT COUNT(*) FROM (SELECT 1 FROM outbox_parked LIMIT 1000) AS parked)"
            + " FROM outbox";

    private static final String EXACT = "SELECT COUNT(*) FROM (SELECT 1 FROM outbox LIMIT ?) AS counted";

    private final RepeatedTask task;
    private final Pool pool;
    private final String service;
    private final RelaySource source;
    private final long limit;
    private volatile long rows;
    private volatile long parked;
    private volatile double oldestSeconds;
    private boolean full;

    /**
     * @param source what waits beside the outbox
     * @param limit rows of the outbox at which {@link #isFull()}
     */
    public OutboxGauge(Vertx vertx, Pool pool, RelaySource source, long limit, MeterRegistry metrics, String service) {
        this.task = new RepeatedTask(vertx, "count of waiting events", new Backoff(LOOK_EVERY, LOOK_EVERY), this::look);
        this.pool = pool;
        this.source = source;
        this.limit = limit;
        this.service = service;
        Gauge.builder("likewire.outbox.rows", () -> rows)
                .tag("service", service)
                .register(metrics);
        Gauge.builder("likewire.outbox.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .tag("service", service)
                .register(metrics);
        Gauge.builder("likewire.outbox.parked", () -> parked)
                .tag("service", service)
                .register(metrics);
    }

    public void start() {
        task.start(LOOK_EVERY);
    }

    public void stop() {
        task.stop();
    }

    public boolean isFull() {
        return full;
    }

    /** Whether half of the limit waits, as of now: then work that has time had better wait too. */
    public Future<Boolean> isHalfFull() {
        return pool.query(SPAN).execute().map(result -> result.iterator().next().getLong(0) * 2 >= limit);
    }

    private Future<Duration> look() {
        return pool.query(SPAN)
                .execute()
                .map(result -> result.iterator().next())
                .compose(row -> (row.getLong(0) < limit ? Future.succeededFuture(row.getLong(0)) : exact())
                        .compose(waiting -> source.backlog(pool).onSuccess(beside -> learn(row, waiting, beside))))
                .map(LOOK_EVERY);
    }

    private Future<Long> exact() {
        return Sql.execute(pool, EXACT, limit).map(result -> {
            Row row = result.iterator().next();
            return row.getLong(0);
        });
    }

    private void learn(Row row, long waiting, Backlog beside) {
        rows = waiting + beside.rows();
        oldestSeconds = Math.max(row.getLong(1) / MICROSECONDS, beside.oldestSeconds());
        parked = row.getLong(2);
        boolean wasFull = full;
        full = waiting >= (wasFull ? limit * ROOM_AGAIN : limit);
        if (full != wasFull) {
            LOG.warn(
                    full
                            ? "{}: {} events wait for the broker: no more changes are taken"
                            : "{}: {} events wait for the broker: changes are taken again",
                    service,
                    waiting);
        }
    }
}
