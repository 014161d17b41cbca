package io.likewire.likes;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.CountChange;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeMetrics;
import io.likewire.likes.domain.Likes;
import io.likewire.likes.domain.ProductReadThrough;
import io.likewire.likes.events.ProductEventHandler;
import io.likewire.likes.push.CountPush;
import io.likewire.likes.store.AnnouncementRelay;
import io.likewire.likes.store.SqlLikes;
import io.likewire.likes.store.SqlRecount;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.delivery.EventPipeline;
import io.likewire.platform.launch.BusDeregistration;
import io.likewire.platform.launch.Node;
import io.likewire.platform.recovery.RepublishRoutes;
import io.likewire.platform.recovery.Republisher;
import io.likewire.platform.telemetry.BusMetrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Owns who likes what, and the true count. */
public final class LikesVerticle extends VerticleBase {
    private static final int POOL_SIZE = 5;
    private static final int FINISHING_S = 5;

    private final LikesConfig config;
    private final Node node;
    private Pool pool;
    private Pool batchPool;
    private CountPush push;
    private EventPipeline events;
    private LikeBatches batches;
    private LikeMetrics metrics;
    private LikesMaintenance upkeep;
    private Republisher republisher;
    private BusEndpoint endpoint;

    public LikesVerticle(LikesConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate("db/likes")
                .onSuccess(migrated -> open(database))
                .compose(open -> serve());
    }

    private void open(Database database) {
        pool = database.pool("likes", POOL_SIZE);
        batchPool = database.pool("likes-batches", LikeBatches.MOST_IN_FLIGHT);
        node.health().vital("database", database::reachable);
        push = new CountPush(vertx);
        events = new EventPipeline(
                vertx, database, pool, config.events(), BrokerNames.LIKES_PRODUCT_EVENTS, node, AnnouncementRelay::new);
    }

    private Future<Void> serve() {
        ProductsClient products = new ProductsClient(vertx);
        SqlLikes store = new SqlLikes(batchPool, pool);
        upkeep = new LikesMaintenance(vertx, pool, events, products, config.reconcileEvery(), node.metrics());
        metrics = new LikeMetrics(node.metrics());
        batches = new LikeBatches(vertx, store, this::committed, upkeep::recount);
        events.start(new ProductEventHandler(store, upkeep::deleted)::apply);
        upkeep.start();
        republisher = new Republisher(vertx, events, List.of(new SqlRecount(new Transactions(pool), push::push)));
        RepublishRoutes.mount(node, republisher);
        ProductReadThrough productReadThrough = new ProductReadThrough(products, store);
        Likes likes = new Likes(batches, productReadThrough, store, node.health()::report);
        endpoint = LikesEndpoint.open(vertx, likes, new BusMetrics(node.metrics()));
        return endpoint.registered();
    }

    private void committed(BatchResult changes) {
        metrics.committed(changes);
        if (!changes.counts().isEmpty()) {
            events.written();
            push.push(changes.counts().stream().map(CountChange::count).toList());
        }
    }

    @Override
    public Future<?> stop() {
        upkeep.stop();
        Future<Void> told = republisher.stop();
        return BusDeregistration.of(endpoint, Addresses.LIKES, vertx)
                .eventually(() -> batches.drained().timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(() -> told.timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(events::stop)
                .eventually(batchPool::close)
                .eventually(pool::close);
    }
}
