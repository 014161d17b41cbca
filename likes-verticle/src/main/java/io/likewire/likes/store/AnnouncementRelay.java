package io.likewire.likes.store;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.outbox.EventProperties;
import io.likewire.platform.outbox.RelayResult;
import io.likewire.platform.outbox.RelaySource;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells changed counts in rounds: every product that has changed, in order of id, then a pause. So a product is told twenty
 * times a second at most, however often it changes and whichever node relays, and none waits for another to become quiet. No
 * row is locked while the broker is awaited; what changes meanwhile keeps its row for the next round.
 */
public final class AnnouncementRelay implements RelaySource {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementRelay.class);
    private static final String SOURCE = "/likewire/likes";
    private static final int FULL_PAGE = 256;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double MICROSECONDS = 1e6;

    /** How far the round is, and how long the next one has to wait. A clock that was set back stops nothing. */
    private static final String ROUND = "SELECT after_id, IF(announced_at BETWEEN NOW(6) - INTERVAL 50000 MICROSECOND"
            + " AND NOW(6), 50 - TIMESTAMPDIFF(MICROSECOND, announced_at, NOW(6)) DIV 1000, 0)"
            + " FROM announcement_round WHERE id = 1";

    private static final String GO_ON =
            "UPDATE announcement_round SET after_id = ?, announced_at = NOW(6) WHERE id = 1";

    /** One statement, so that count and version are of one instant, and of no older one than the announcement. */
    private static final String READ = "SELECT STRAIGHT_JOIN announcement.product_id, product.likes, product.version,"
            + " LEAST(announcement.added, 2147483647), LEAST(announcement.removed, 2147483647),"
            + " announcement.version, announcement.traceparent"
            + " FROM announcement JOIN product ON product.id = announcement.product_id"
            + " WHERE announcement.product_id > ? ORDER BY announcement.product_id LIMIT ?";

    private static final Rows LOCK = new Rows(
            "SELECT product_id, version, added, removed FROM announcement WHERE product_id IN (",
            "?",
            ") ORDER BY product_id FOR UPDATE");

    private static final Rows DELETE =
            new Rows("DELETE announcement FROM announcement FORCE INDEX (PRIMARY) WHERE product_id IN (", "?", ")");

    /** The rows exist and are locked: this only ever updates. */
    private static final Rows KEEP = new Rows(
            "INSERT INTO announcement (product_id, version, added, removed) VALUES",
            "(?,0,?,?)",
            "ON DUPLICATE KEY UPDATE added = VALUES(added), removed = VALUES(removed), first_at = NOW(6)");

    /** Counted so far only: an outage of the broker can leave every product there. */
    private static final String BACKLOG =
            "SELECT COUNT(*), COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(first_at), NOW(6)), 0)"
                    + " FROM (SELECT first_at FROM announcement LIMIT 100000) AS waiting";

    /** @param version of the announcement as it was read: when it is still the same, all of it is told */
    private record Waiting(LikesEvent event, long version, OutgoingMessage message) {}

    private final Publisher publisher;
    private int pageSize = FULL_PAGE;

    public AnnouncementRelay(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Future<Backlog> backlog(Pool pool) {
        return pool.query(BACKLOG).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Backlog(row.getLong(0), row.getLong(1) / MICROSECONDS);
        });
    }

    @Override
    public Future<RelayResult> relay(SqlConnection transaction) {
        return Sql.execute(transaction, ROUND).compose(rows -> {
            Row round = rows.iterator().next();
            long after = round.getLong(0);
            long early = round.getLong(1);
            return after == 0 && early > 0
                    ? Future.succeededFuture(new RelayResult(0, false, Duration.ofMillis(early)))
                    : page(transaction, after);
        });
    }

    private Future<RelayResult> page(SqlConnection transaction, long after) {
        return Sql.execute(transaction, READ, after, pageSize).compose(rows -> {
            List<Waiting> page = rows.stream().map(AnnouncementRelay::waiting).toList();
            if (!page.isEmpty()) {
                return publisher
                        .publish(page.stream().map(Waiting::message).toList())
                        .compose(outcome -> settle(transaction, page, outcome));
            }
            pageSize = FULL_PAGE;
            return after == 0
                    ? Future.succeededFuture(RelayResult.NOTHING)
                    : goOn(transaction, 0).map(new RelayResult(0, false, PAUSE));
        });
    }

    /** When the broker ended its connection over a page, the rest of the round goes one at a time. */
    private Future<RelayResult> settle(SqlConnection transaction, List<Waiting> page, Publisher.Outcome outcome) {
        List<Waiting> told = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (outcome.confirmed().get(i)) {
                told.add(page.get(i));
            }
        }
        boolean refusedAlone = outcome.refused() && page.size() == 1;
        if (refusedAlone) {
            LOG.error("the broker refused the count of product {}; it is told again with the next round", id(page, 0));
        }
        boolean passed = outcome.complete() || refusedAlone;
        boolean more = page.size() == pageSize;
        if (outcome.refused()) {
            pageSize = 1;
        }
        Future<Void> moved =
                passed ? goOn(transaction, more ? id(page, page.size() - 1) : 0) : Future.succeededFuture();
        RelayResult result = new RelayResult(told.size(), !outcome.complete(), more ? Duration.ZERO : PAUSE);
        return moved.compose(done -> forget(transaction, told)).map(result);
    }

    private static Future<Void> goOn(SqlConnection transaction, long after) {
        return Sql.execute(transaction, GO_ON, after).mapEmpty();
    }

    /** Deletes what has not changed since it was read; what has keeps the difference. */
    private static Future<Void> forget(SqlConnection transaction, List<Waiting> told) {
        if (told.isEmpty()) {
            return Future.succeededFuture();
        }
        return LOCK.ask(transaction, ids(told)).compose(locked -> {
            Map<Long, Row> now = new HashMap<>();
            locked.forEach(row -> now.put(row.getLong(0), row));
            List<Waiting> same = new ArrayList<>();
            List<Object[]> changed = new ArrayList<>();
            for (Waiting one : told) {
                LikesEvent event = one.event();
                Row row = now.get(event.productId());
                if (row == null) {
                    continue;
                }
                if (row.getLong(1) == one.version()) {
                    same.add(one);
                } else {
                    changed.add(new Object[] {
                        event.productId(),
                        Math.max(0, row.getLong(2) - event.added()),
                        Math.max(0, row.getLong(3) - event.removed())
                    });
                }
            }
            return DELETE.change(transaction, ids(same)).compose(done -> KEEP.change(transaction, changed));
        });
    }

    private static List<Object[]> ids(List<Waiting> waiting) {
        return Rows.of(waiting.stream().map(one -> one.event().productId()).toList());
    }

    private static long id(List<Waiting> page, int index) {
        return page.get(index).event().productId();
    }

    private static Waiting waiting(Row row) {
        LikesEvent event =
                new LikesEvent(row.getLong(0), row.getLong(1), row.getLong(2), row.getInteger(3), row.getInteger(4));
        return new Waiting(event, row.getLong(5), message(event, row.getString(6)));
    }

    private static OutgoingMessage message(LikesEvent event, String traceparent) {
        EventType type = EventType.PRODUCT_LIKES_CHANGED;
        return new OutgoingMessage(
                BrokerNames.EXCHANGE,
                type.routingKey(),
                EventProperties.of(event.messageId(), type.wireName(), SOURCE, traceparent, event.time()),
                event.print());
    }
}
