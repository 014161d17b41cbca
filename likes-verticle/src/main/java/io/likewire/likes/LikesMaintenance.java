package io.likewire.likes;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.products.ProductsService;
import io.likewire.likes.maintenance.LaggingProjections;
import io.likewire.likes.maintenance.Reconciliation;
import io.likewire.likes.store.Announcements;
import io.likewire.likes.store.SqlCountAudit;
import io.likewire.likes.store.SqlDeletions;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.delivery.EventPipeline;
import io.likewire.platform.idempotency.KeyPurge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;

/** What goes on in the background: likes of deleted products are removed, counts compared, old keys forgotten. */
final class LikesMaintenance {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Transactions transactions;
    private final EventPipeline events;
    private final RepeatedTask cascadeDelete;
    private final Reconciliation reconciliation;
    private final KeyPurge keys;
    private RepeatedTask forgetting;

    LikesMaintenance(
            Vertx vertx,
            Pool pool,
            EventPipeline events,
            ProductsService products,
            Duration reconcileEvery,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.transactions = new Transactions(pool);
        this.events = events;
        this.cascadeDelete = RepeatedTask.inPieces(
                vertx,
                "removal of the likes of deleted products",
                LOOK_EVERY,
                new SqlDeletions(transactions)::removeSome);
        this.keys = new KeyPurge(transactions);
        this.reconciliation = new Reconciliation(
                vertx,
                new SqlCountAudit(transactions, events::written),
                products,
                new LaggingProjections(LaggingProjections.LOST_AFTER, this::delivered),
                Reconciliation.Pace.usual(reconcileEvery),
                metrics);
    }

    void start() {
        cascadeDelete.wake();
        reconciliation.start();
        forgetting = keys.start(vertx);
    }

    void deleted() {
        cascadeDelete.wake();
    }

    Future<Void> recount(long productId) {
        return reconciliation.recount(productId);
    }

    void stop() {
        cascadeDelete.stop();
        reconciliation.stop();
        forgetting.stop();
    }

    /** In the order in which a count goes: what has left the table before the queue was empty has been read. */
    private Future<List<Long>> delivered(List<Long> products) {
        return Announcements.told(transactions, products).compose(told -> events.depth(BrokerNames.PRODUCTS_LIKE_EVENTS)
                .map(depth -> depth == 0 ? told : List.of()));
    }
}
