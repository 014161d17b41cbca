package io.likewire.likes;

import io.likewire.contracts.events.Names;
import io.likewire.contracts.products.ProductsService;
import io.likewire.likes.store.SqlCountLedger;
import io.likewire.likes.store.SqlDeletions;
import io.likewire.likes.upkeep.Cascade;
import io.likewire.likes.upkeep.Laggards;
import io.likewire.likes.upkeep.Reconciliation;
import io.likewire.platform.facts.FactFlow;
import io.likewire.platform.idempotency.KeyPurge;
import io.likewire.platform.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;

/** What goes on in the background: likes of deleted products are removed, counts compared, old keys forgotten. */
final class LikesUpkeep {
    private final FactFlow facts;
    private final Cascade cascade;
    private final Reconciliation reconciliation;
    private final KeyPurge keys;

    LikesUpkeep(
            Vertx vertx,
            Pool pool,
            FactFlow facts,
            ProductsService products,
            Duration reconcileEvery,
            MeterRegistry metrics) {
        Transactions transactions = new Transactions(pool);
        this.facts = facts;
        this.cascade = new Cascade(vertx, new SqlDeletions(transactions));
        this.keys = new KeyPurge(vertx, transactions);
        this.reconciliation = new Reconciliation(
                vertx,
                new SqlCountLedger(transactions, facts::written),
                products,
                new Laggards(Laggards.LOST_AFTER, this::nothingOnTheWay),
                Reconciliation.Pace.usual(reconcileEvery),
                metrics);
    }

    void start() {
        cascade.wake();
        reconciliation.start();
        keys.start();
    }

    void deleted() {
        cascade.wake();
    }

    Future<Void> recount(long productId) {
        return reconciliation.recount(productId);
    }

    void stop() {
        cascade.stop();
        reconciliation.stop();
        keys.stop();
    }

    private Future<Boolean> nothingOnTheWay() {
        return facts.isOutboxEmpty()
                ? facts.depth(Names.PRODUCTS_LIKE_EVENTS).map(depth -> depth == 0)
                : Future.succeededFuture(false);
    }
}
