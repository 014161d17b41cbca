package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node still has in hand when it has stood still must not undo what others have done since. */
class LateChangesIT {
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.svg");
    private static final ProductDraft OLD = new ProductDraft("Old", "/old.svg");
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private SqlProducts products;
    private SqlBulk bulk;
    private Product tea;

    @BeforeEach
    void open() {
        Database database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("products")));
        database.migrate("db/products").await();
        pool = database.pool("test", 8);
        products = new SqlProducts(new Transactions(pool));
        bulk = new SqlBulk(new Transactions(pool));
        tea = products.create(TEA, until(Long.MAX_VALUE)).await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void whatGetsTheLockAfterItsDeadlineChangesNothing() {
        long deadline = System.currentTimeMillis() + 300;
        SqlConnection other = pool.getConnection().await();
        other.begin().await();
        other.query("SELECT id FROM products FOR UPDATE").execute().await();

        Future<Product> update = products.update(tea.id(), OLD, until(deadline));
        Future<Void> deletion = products.delete(tea.id(), until(deadline));
        await().until(() -> System.currentTimeMillis() > deadline);
        other.query("COMMIT").execute().await();

        refusedAsLate(update);
        refusedAsLate(deletion);
        assertThat(products.find(tea.id()).await()).contains(tea);
    }

    @Test
    void whatIsMadeAfterItsDeadlineIsNotMade() {
        refusedAsLate(products.create(OLD, until(1)));
        refusedAsLate(products.adopt(99, OLD, until(1)));
        refusedAsLate(bulk.create(List.of(OLD, OLD), until(1)));

        assertThat(bulk.after(0, 10).await()).containsExactly(tea);
    }

    private static void refusedAsLate(Future<?> change) {
        assertThatThrownBy(change::await).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.TIMEOUT));
    }

    private static Change until(long deadline) {
        return new Change(UUID.randomUUID(), null, null, deadline);
    }
}
