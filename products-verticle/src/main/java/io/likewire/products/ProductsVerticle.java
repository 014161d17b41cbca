package io.likewire.products;

import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.products.ProductsEndpoint;
import io.likewire.platform.launch.Node;
import io.likewire.platform.messaging.Bridge;
import io.likewire.platform.messaging.BrokerPublisher;
import io.likewire.platform.messaging.FactConsumer;
import io.likewire.platform.outbox.OutboxRelay;
import io.likewire.platform.store.Database;
import io.likewire.platform.store.Transactions;
import io.likewire.products.domain.Catalogue;
import io.likewire.products.events.LikeEvents;
import io.likewire.products.store.SqlLikeCounts;
import io.likewire.products.store.SqlProducts;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the products and the projected like count. */
public final class ProductsVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(ProductsVerticle.class);
    private static final int POOL_SIZE = 8;

    private final ProductsConfig config;
    private final Node node;
    private Pool pool;
    private BrokerPublisher publisher;
    private OutboxRelay relay;
    private FactConsumer likeEvents;
    private BusEndpoint endpoint;

    public ProductsVerticle(ProductsConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate(ProductsConfig.DATABASE, "db/products")
                .onSuccess(migrated -> openStores(database))
                .compose(open -> serve());
    }

    private void openStores(Database database) {
        pool = database.pool("products", POOL_SIZE);
        publisher = new BrokerPublisher(vertx, config.broker(), "products", () -> relay.brokerIsBack());
        relay = new OutboxRelay(vertx, database, publisher, node.metrics(), "products");
        likeEvents = new FactConsumer(vertx, config.broker(), Names.PRODUCTS_LIKE_EVENTS, publisher);
    }

    private Future<Void> serve() {
        Transactions transactions = new Transactions(pool);
        LikeEvents events = new LikeEvents(new SqlLikeCounts(transactions));
        Bridge.serve(vertx, Names.PRODUCTS_LIKE_EVENTS, events::apply);
        node.health().vital("database", () -> pool.query("SELECT 1").execute()).helpful("broker", this::brokerState);
        publisher.start();
        likeEvents.start();
        relay.wake();
        Catalogue catalogue = new Catalogue(new SqlProducts(transactions), relay::wake, node.health()::report);
        endpoint = ProductsEndpoint.open(vertx, catalogue, failure -> LOG.error("An action failed", failure));
        return endpoint.registered();
    }

    private Future<Void> brokerState() {
        return publisher.isConnected() && likeEvents.isConnected()
                ? Future.succeededFuture()
                : Future.failedFuture("not connected");
    }

    @Override
    public Future<?> stop() {
        return endpoint.leave()
                .eventually(endpoint::drained)
                .eventually(likeEvents::stop)
                .eventually(relay::stop)
                .eventually(publisher::stop)
                .eventually(pool::close);
    }
}
