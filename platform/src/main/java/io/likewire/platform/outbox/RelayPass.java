package io.likewire.platform.outbox;

import io.likewire.platform.broker.Publisher;
import io.likewire.platform.outbox.OutboxStore.Waiting;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into the outbox: read, publish, await confirms, delete what is confirmed. When the broker ended two
 * connections over one batch its rows go one at a time, and a row that it refuses three times alone is put aside. A broker
 * that is merely away refuses nothing.
 */
final class RelayPass {
    private static final Logger LOG = LoggerFactory.getLogger(RelayPass.class);
    private static final int REFUSED_BATCHES = 2;
    private static final int REFUSED_ALONE = 3;
    private static final int FULL_BATCH = 256;

    private final OutboxStore store;
    private final Publisher publisher;
    private int refusedBatches;
    private long lastSuspect;
    private long suspect;
    private int suspectRefused;

    RelayPass(OutboxStore store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    Future<RelayResult> relay(SqlConnection transaction) {
        return store.read(transaction).compose(rows -> relay(transaction, rows));
    }

    private Future<RelayResult> relay(SqlConnection transaction, List<Waiting> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture(RelayResult.NOTHING);
        }
        if (rows.get(0).id() > lastSuspect) {
            refusedBatches = 0;
        }
        List<Waiting> batch = refusedBatches < REFUSED_BATCHES ? rows : rows.subList(0, 1);
        return publisher
                .publish(batch.stream().map(Waiting::message).toList())
                .compose(outcome -> settle(transaction, rows, batch, outcome));
    }

    private Future<RelayResult> settle(
            SqlConnection transaction, List<Waiting> rows, List<Waiting> batch, Publisher.Outcome outcome) {
        List<Long> confirmed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcome.confirmed().get(i)) {
                confirmed.add(batch.get(i).id());
            }
        }
        Future<Void> changed = store.delete(transaction, confirmed);
        if (!outcome.complete() && outcome.refused()) {
            changed = changed.compose(done -> suspect(transaction, batch));
        }
        boolean more = outcome.complete() && (rows.size() == FULL_BATCH || batch.size() < rows.size());
        Duration next = more ? Duration.ZERO : RelayResult.LOOK_EVERY;
        return changed.map(new RelayResult(confirmed.size(), !outcome.complete(), next));
    }

    private Future<Void> suspect(SqlConnection transaction, List<Waiting> batch) {
        refusedBatches++;
        lastSuspect = Math.max(lastSuspect, batch.get(batch.size() - 1).id());
        long id = batch.get(0).id();
        if (batch.size() > 1) {
            return Future.succeededFuture();
        }
        suspectRefused = id == suspect ? suspectRefused + 1 : 1;
        suspect = id;
        if (suspectRefused < REFUSED_ALONE) {
            return Future.succeededFuture();
        }
        LOG.error("the broker refused outbox row {} three times alone; it is put aside in outbox_parked", id);
        refusedBatches = 0;
        return store.park(transaction, id);
    }
}
