package io.likewire.platform.outbox;

import io.likewire.platform.broker.Publisher;
import io.likewire.platform.outbox.OutboxStore.Waiting;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into the outbox: lock, read, publish, await confirms, delete what is confirmed. When the broker ended two
 * connections over one batch its rows go one at a time, and a row that it refuses three times alone is put aside. A broker
 * that is merely away refuses nothing.
 */
final class RelayPass {
    private static final Logger LOG = LoggerFactory.getLogger(RelayPass.class);
    private static final int REFUSED_BATCHES = 2;
    private static final int REFUSED_ALONE = 3;
    private static final int FULL_BATCH = 256;

    /**
     * @param mine this node relays
     * @param relayed rows that the broker now has
     * @param more a full batch was there: look again
     * @param left rows remain because the broker didn't take them
     */
    record Result(boolean mine, int relayed, boolean more, boolean left) {}

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

    Future<Result> run() {
        Result[] result = {new Result(false, 0, false, false)};
        return store.whileRelaying(transaction -> store.read(transaction)
                        .compose(rows -> relay(transaction, rows))
                        .onSuccess(done -> result[0] = done)
                        .mapEmpty())
                .map(mine -> result[0]);
    }

    private Future<Result> relay(SqlConnection transaction, List<Waiting> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture(new Result(true, 0, false, false));
        }
        if (rows.get(0).id() > lastSuspect) {
            refusedBatches = 0;
        }
        List<Waiting> batch = refusedBatches < REFUSED_BATCHES ? rows : rows.subList(0, 1);
        return publisher
                .publish(batch.stream().map(Waiting::message).toList())
                .compose(outcome -> settle(transaction, rows, batch, outcome));
    }

    private Future<Result> settle(
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
        return changed.map(new Result(true, confirmed.size(), more, !outcome.complete()));
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
