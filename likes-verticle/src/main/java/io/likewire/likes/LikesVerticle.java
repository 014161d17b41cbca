package io.likewire.likes;

import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.likes.domain.Changes;
import io.likewire.likes.domain.CountChange;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.Likes;
import io.likewire.likes.domain.ReadThrough;
import io.likewire.likes.events.ProductEvents;
import io.likewire.likes.push.CountPush;
import io.likewire.likes.store.SqlLikes;
import io.likewire.platform.launch.Node;
import io.likewire.platform.messaging.Bridge;
import io.likewire.platform.messaging.BrokerPublisher;
import io.likewire.platform.messaging.FactConsumer;
import io.likewire.platform.outbox.OutboxRelay;
import io.likewire.platform.store.Database;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns who likes what, and the true count. */
public final class LikesVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(LikesVerticle.class);
    private static final int POOL_SIZE = 4;

    private final LikesConfig config;
    private final Node node;
    private Pool pool;
    private Pool batchConnection;
    private SqlLikes store;
    private CountPush push;
    private LikeBatches batches;
    private BrokerPublisher publisher;
    private OutboxRelay relay;
    private FactConsumer productEvents;
    private BusEndpoint endpoint;

    public LikesVerticle(LikesConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate(LikesConfig.DATABASE, "db/likes")
                .onSuccess(migrated -> openStores(database))
                .compose(open -> serve());
    }

    private void openStores(Database database) {
        pool = database.pool("likes", POOL_SIZE);
        batchConnection = database.single("likes-batches");
        store = new SqlLikes(batchConnection, pool);
        push = new CountPush(vertx);
        batches = new LikeBatches(vertx, store, this::committed);
        publisher = new BrokerPublisher(vertx, config.broker(), "likes", () -> relay.brokerIsBack());
        relay = new OutboxRelay(vertx, database, publisher, node.metrics(), "likes");
        productEvents = new FactConsumer(vertx, config.broker(), Names.LIKES_PRODUCT_EVENTS, publisher);
    }

    private Future<Void> serve() {
        Bridge.serve(vertx, Names.LIKES_PRODUCT_EVENTS, new ProductEvents(store)::apply);
        node.health().vital("database", () -> pool.query("SELECT 1").execute()).helpful("broker", this::brokerState);
        publisher.start();
        productEvents.start();
        relay.wake();
        ReadThrough readThrough = new ReadThrough(new ProductsClient(vertx), store);
        Likes likes = new Likes(batches, readThrough, store, node.health()::report);
        endpoint = LikesEndpoint.open(vertx, likes, failure -> LOG.error("An action failed", failure));
        return endpoint.registered();
    }

    private void committed(Changes changes) {
        if (!changes.counts().isEmpty()) {
            relay.wake();
            push.push(changes.counts().stream().map(CountChange::count).toList());
        }
    }

    private Future<Void> brokerState() {
        return publisher.isConnected() && productEvents.isConnected()
                ? Future.succeededFuture()
                : Future.failedFuture("not connected");
    }

    @Override
    public Future<?> stop() {
        return endpoint.leave()
                .eventually(endpoint::drained)
                .eventually(batches::drained)
                .eventually(productEvents::stop)
                .eventually(relay::stop)
                .eventually(publisher::stop)
                .eventually(batchConnection::close)
                .eventually(pool::close);
    }
}
