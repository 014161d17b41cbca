package io.likewire.products;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.products.ProductsEndpoint;
import io.likewire.platform.facts.FactFlow;
import io.likewire.platform.idempotency.KeyPurge;
import io.likewire.platform.launch.Node;
import io.likewire.platform.metrics.BusMetrics;
import io.likewire.platform.republish.Republish;
import io.likewire.platform.republish.RepublishDoor;
import io.likewire.platform.store.Database;
import io.likewire.platform.store.FreshIds;
import io.likewire.platform.store.Transactions;
import io.likewire.products.domain.Catalogue;
import io.likewire.products.domain.ProductLists;
import io.likewire.products.domain.Retelling;
import io.likewire.products.events.LikeEvents;
import io.likewire.products.store.SqlBulk;
import io.likewire.products.store.SqlHistory;
import io.likewire.products.store.SqlLikeCounts;
import io.likewire.products.store.SqlProductLists;
import io.likewire.products.store.SqlProducts;
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
    private FactFlow facts;
    private KeyPurge keys;
    private FreshIds ids;
    private Republish republish;
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
        node.health().vital("database", () -> pool.query("SELECT 1").execute());
        facts = new FactFlow(vertx, database, pool, config.facts(), Names.PRODUCTS_LIKE_EVENTS, node);
    }

    private Future<Void> serve() {
        Transactions transactions = new Transactions(pool);
        SqlLikeCounts counts = new SqlLikeCounts(transactions);
        keys = new KeyPurge(vertx, transactions);
        keys.start();
        facts.start(new LikeEvents(counts)::apply);
        ProductLists lists = new SqlProductLists(transactions, new Transactions(searches));
        Catalogue catalogue = new Catalogue(
                new SqlProducts(transactions), new SqlBulk(transactions), lists, counts, facts, node.health()::report);
        return remember(new SqlHistory(transactions)).compose(fresh -> {
            endpoint = ProductsEndpoint.open(vertx, catalogue, new BusMetrics(node.metrics()));
            return endpoint.registered();
        });
    }

    /** Before any product is made: what this database may have forgotten. */
    private Future<Void> remember(SqlHistory history) {
        Retelling retelling = new Retelling(history, new LikesClient(vertx));
        republish = new Republish(vertx, facts, retelling.parts());
        RepublishDoor.mount(node, republish, retelling::damage);
        ids = new FreshIds(vertx, retelling::highestKnown, history::keepIdsAbove);
        return ids.start();
    }

    @Override
    public Future<?> stop() {
        keys.stop();
        ids.stop();
        Future<Void> told = republish.stop();
        return node.withdrawal()
                .from(Addresses.PRODUCTS)
                .eventually(endpoint::leave)
                .eventually(() -> endpoint.drained().timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(() -> told.timeout(FINISHING_S, TimeUnit.SECONDS))
                .eventually(facts::stop)
                .eventually(searches::close)
                .eventually(pool::close);
    }
}
