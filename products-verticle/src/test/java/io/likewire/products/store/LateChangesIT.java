package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a node still has in hand when it has stood still must not undo what others have done since. */
class LateChangesIT {
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.svg");
    private static final ProductDraft OLD = new ProductDraft("Old", "/old.svg");

    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);
    private final SqlBulk bulk = new SqlBulk(tables.transactions);
    private final Product tea = products.create(TEA, until(Long.MAX_VALUE)).await();

    @Test
    void whatGetsTheLockAfterItsDeadlineChangesNothing() {
        long deadline = System.currentTimeMillis() + 300;
        SqlConnection other = tables.pool.getConnection().await();
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
