package io.likewire.products;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.products.ProductsEndpoint;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.delivery.EventPipeline;
import io.likewire.platform.idempotency.KeyPurge;
import io.likewire.platform.launch.BusDeregistration;
import io.likewire.platform.launch.Node;
import io.likewire.platform.outbox.RelaySource;
import io.likewire.platform.recovery.IdFloorTask;
import io.likewire.platform.recovery.RepublishRoutes;
import io.likewire.platform.recovery.Republisher;
import io.likewire.platform.telemetry.BusMetrics;
import io.likewire.products.domain.Catalogue;
import io.likewire.products.domain.ProductLists;
import io.likewire.products.domain.ProductRepublishing;
import io.likewire.products.events.LikesEventHandler;
import io.likewire.products.store.SqlBulk;
import io.likewire.products.store.SqlLikeCounts;
import io.likewire.products.store.SqlProductLists;
import io.likewire.products.store.SqlProducts;
import io.likewire.products.store.SqlRestoredProducts;
import io.likewire.products.store.TitleNormalization;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;

/** Owns the products and the projected like count. */
public final class ProductsVerticle extends VerticleBase {
    private static final int POOL_SIZE = 8;

    /** However many people search at once, the database does little else but answer the others. */
    private static final int SEARCHES_AT_ONCE = 2;

    private static final int FINISHING_S = 5;

    private final ProductsConfig config;
    private final Node node;
    private Pool pool;
    private Pool searches;
    private EventPipeline events;
    private RepeatedTask keys;
    private TitleNormalization titles;
    private IdFloorTask ids;
    private Republisher republisher;
    private BusEndpoint endpoint;

    public ProductsVerticle(ProductsConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, config.database());
        return database.migrate("db/products")
                .onSuccess(migrated -> open(database))
                .compose(open -> serve());
    }

    private void open(Database database) {
        pool = database.pool("products", POOL_SIZE);
        searches = database.pool("products-search", SEARCHES_AT_ONCE);
        node.health().vital("database", database::reachable);
        events = new EventPipeline(
                vertx,
                database,
                pool,
                config.events(),
                BrokerNames.PRODUCTS_LIKE_EVENTS,
                node,
                publisher -> RelaySource.NONE);
    }

    private Future<Void> serve() {
        Transactions transactions = new Transactions(pool);
        SqlLikeCounts counts = new SqlLikeCounts(transactions);
        keys = new KeyPurge(transactions).start(vertx);
        titles = new TitleNormalization(vertx, transactions, events::written);
        titles.start();
        events.start(new LikesEventHandler(counts)::apply);
        ProductLists lists = new SqlProductLists(transactions, new Transactions(searches));
        Catalogue catalogue = new Catalogue(
                new SqlProducts(transactions), new SqlBulk(transactions), lists, counts, events, node.health()::report);
        return remember(new SqlRestoredProducts(transactions)).compose(fresh -> {
            endpoint = ProductsEndpoint.open(vertx, catalogue, new BusMetrics(node.metrics()));
            return endpoint.registered();
        });
    }

    /** Before any product is made: what this database may have forgotten. */
    private Future<Void> remember(SqlRestoredProducts history) {
        ProductRepublishing productRepublishing = new ProductRepublishing(history, new LikesClient(vertx));
        republisher = new Republisher(vertx, events, productRepublishing.parts());
        RepublishRoutes.mount(node, republisher, productRepublishing::damage);
        ids = new IdFloorTask(vertx, productRepublishing::highestKnown, history::keepIdsAbove);
        return ids.start();
    }

    @Override
    public Future<?> stop() {
        keys.stop();
        titles.stop();
        ids.stop();
        Future<Void> told = republisher.stop();
        return BusDeregistration.of(endpoint, Addresses.PRODUCTS, vertx)
                .eventually(() -> told.timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(events::stop)
                .eventually(searches::close)
                .eventually(pool::close);
    }
}
