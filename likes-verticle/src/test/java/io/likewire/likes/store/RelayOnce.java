package io.likewire.likes.store;

import static org.awaitility.Awaitility.await;

import io.likewire.contracts.events.LikesEvent;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.likewire.platform.outbox.RelayResult;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The announcements of a database pass by pass, with a publisher that keeps what it is given. */
final class RelayOnce {
    private final Pool pool;
    private final List<OutgoingMessage> messages = new CopyOnWriteArrayList<>();
    private final AnnouncementRelay relay = new AnnouncementRelay(this::publish);
    private Function<List<OutgoingMessage>, Future<Publisher.Outcome>> broker = RelayOnce::confirmed;

    RelayOnce(Database database) {
        pool = database.pool("relay", 2);
    }

    /** From now on this answers for the broker. */
    void broker(Function<List<OutgoingMessage>, Future<Publisher.Outcome>> other) {
        broker = other;
    }

    static Future<Publisher.Outcome> confirmed(List<OutgoingMessage> messages) {
        return outcome(messages, true, false);
    }

    static Future<Publisher.Outcome> outcome(List<OutgoingMessage> messages, boolean all, boolean refused) {
        return Future.succeededFuture(new Publisher.Outcome(Collections.nCopies(messages.size(), all), refused));
    }

    /** One pass, as soon as the next round may begin. */
    RelayResult pass() {
        await().until(() -> number("SELECT announced_at < NOW(6) - INTERVAL 50 * 1000 MICROSECOND OR after_id > 0"
                        + " FROM announcement_round")
                == 1);
        return passNow(Future::succeededFuture);
    }

    /** @param then what becomes of the transaction */
    RelayResult passNow(Function<RelayResult, Future<RelayResult>> then) {
        return pool.withTransaction(transaction -> relay.relay(transaction).compose(then))
                .await();
    }

    void untilNothingWaits() {
        while (number("SELECT COUNT(*) FROM announcement") > 0) {
            pass();
        }
    }

    List<OutgoingMessage> messages() {
        return messages;
    }

    List<LikesEvent> events() {
        return messages.stream().map(message -> LikesEvent.read(message.body())).toList();
    }

    long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    Future<?> change(String sql) {
        return pool.query(sql).execute();
    }

    private Future<Publisher.Outcome> publish(List<OutgoingMessage> given) {
        messages.addAll(given);
        return broker.apply(given);
    }
}
