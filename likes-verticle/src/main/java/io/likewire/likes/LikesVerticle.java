package io.likewire.likes;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.likes.domain.Changes;
import io.likewire.likes.domain.CountChange;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeMetrics;
import io.likewire.likes.domain.Likes;
import io.likewire.likes.domain.ReadThrough;
import io.likewire.likes.events.ProductEvents;
import io.likewire.likes.push.CountPush;
import io.likewire.likes.store.SqlLikes;
import io.likewire.likes.store.SqlRecount;
import io.likewire.platform.facts.FactFlow;
import io.likewire.platform.launch.Node;
import io.likewire.platform.metrics.BusMetrics;
import io.likewire.platform.republish.Republish;
import io.likewire.platform.republish.RepublishDoor;
import io.likewire.platform.store.Database;
import io.likewire.platform.store.Transactions;
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
    private Pool batchConnection;
    private CountPush push;
    private FactFlow facts;
    private LikeBatches batches;
    private LikeMetrics metrics;
    private LikesUpkeep upkeep;
    private Republish republish;
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
        batchConnection = database.single("likes-batches");
        node.health().vital("database", () -> pool.query("SELECT 1").execute());
        push = new CountPush(vertx);
        facts = new FactFlow(vertx, database, pool, config.facts(), Names.LIKES_PRODUCT_EVENTS, node);
    }

    private Future<Void> serve() {
        ProductsClient products = new ProductsClient(vertx);
        SqlLikes store = new SqlLikes(batchConnection, pool);
        upkeep = new LikesUpkeep(vertx, pool, facts, products, config.reconcileEvery(), node.metrics());
        metrics = new LikeMetrics(node.metrics());
        batches = new LikeBatches(vertx, store, this::committed, upkeep::recount);
        facts.start(new ProductEvents(store, upkeep::deleted)::apply);
        upkeep.start();
        republish = new Republish(vertx, facts, List.of(new SqlRecount(new Transactions(pool), push::push)));
        RepublishDoor.mount(node, republish);
        ReadThrough readThrough = new ReadThrough(products, store);
        Likes likes = new Likes(batches, readThrough, store, facts, node.health()::report);
        endpoint = LikesEndpoint.open(vertx, likes, new BusMetrics(node.metrics()));
        return endpoint.registered();
    }

    private void committed(Changes changes) {
        metrics.committed(changes);
        if (!changes.counts().isEmpty()) {
            facts.written();
            push.push(changes.counts().stream().map(CountChange::count).toList());
        }
    }

    @Override
    public Future<?> stop() {
        upkeep.stop();
        Future<Void> told = republish.stop();
        return node.withdrawal()
                .from(Addresses.LIKES)
                .eventually(endpoint::leave)
                .eventually(() -> endpoint.drained().timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(() -> batches.drained().timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(() -> told.timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(facts::stop)
                .eventually(batchConnection::close)
                .eventually(pool::close);
    }
}
