package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.platform.database.Database;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlProductsIT {
    private static final ProductDraft TEA = new ProductDraft("Tea 🍵", "/tea.svg");

    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);
    private final SqlLikeCounts counts = new SqlLikeCounts(tables.transactions);

    @Test
    void severalNodesMayMigrateAtOnce() {
        Database fresh =
                new Database(tables.vertx, URI.create(TestServers.mysql().freshDatabase("race")));

        Future.all(fresh.migrate("db/products"), fresh.migrate("db/products"), fresh.migrate("db/products"))
                .await();
    }

    @Test
    void aNewProductIsStoredTogetherWithItsEvent() {
        Product tea = products.create(TEA, change()).await();

        assertThat(tea.title()).isEqualTo("Tea 🍵");
        assertThat(tea.version()).isGreaterThan(1_700_000_000_000_000L);
        assertThat(products.find(tea.id()).await()).contains(tea);
        assertThat(events()).containsExactly("product.created");
    }

    @Test
    void theRepeatOfACreationAnswersTheSameProduct() {
        Change change = change();

        Product first = products.create(TEA, change).await();
        Product repeat = products.create(TEA, change).await();

        assertThat(repeat).isEqualTo(first);
        assertThat(events()).hasSize(1);
    }

    @Test
    void anUpdateGivesANewVersionAndKeepsTheLikes() {
        Product tea = products.create(TEA, change()).await();
        counts.apply(List.of(new LikeCount(tea.id(), 5, 100))).await();

        Product updated = products.update(tea.id(), new ProductDraft("Green tea", "/g.svg"), change())
                .await();

        assertThat(updated.version()).isGreaterThan(tea.version());
        assertThat(updated.likes()).isEqualTo(5);
        assertThat(events()).containsExactly("product.created", "product.updated");
    }

    @Test
    void theRepeatOfAnUpdateOrDeletionChangesNothing() {
        Product tea = products.create(TEA, change()).await();
        Change update = new Change(UUID.randomUUID(), IfMatch.version(tea.version()), null, Long.MAX_VALUE);
        Change delete = change();

        Product first = products.update(tea.id(), TEA, update).await();
        Product repeat = products.update(tea.id(), TEA, update).await();
        products.delete(tea.id(), delete).await();
        products.delete(tea.id(), delete).await();

        assertThat(repeat).isEqualTo(first);
        assertThat(events()).containsExactly("product.created", "product.updated", "product.deleted");
    }

    @Test
    void anotherVersionThanExpectedIsAFailedPrecondition() {
        Product tea = products.create(TEA, change()).await();
        Change stale = new Change(UUID.randomUUID(), IfMatch.version(tea.version() - 1), null, Long.MAX_VALUE);

        assertRefused(ProblemType.PRECONDITION_FAILED, () -> products.update(tea.id(), TEA, stale)
                .await());
        assertRefused(ProblemType.PRECONDITION_FAILED, () -> products.delete(tea.id(), stale)
                .await());
        assertThat(events()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(products.find(404).await()).isEqualTo(Optional.empty());
        assertRefused(
                ProblemType.NOT_FOUND, () -> products.update(404, TEA, change()).await());
        assertRefused(
                ProblemType.NOT_FOUND, () -> products.delete(404, change()).await());
    }

    @Test
    void countsAreAppliedByVersionInAnyOrder() {
        Product tea = products.create(TEA, change()).await();

        counts.apply(List.of(new LikeCount(tea.id(), 7, 300))).await();
        counts.apply(List.of(new LikeCount(tea.id(), 5, 200))).await();
        counts.apply(List.of(new LikeCount(tea.id(), 7, 300), new LikeCount(404, 1, 1)))
                .await();

        Product found = products.find(tea.id()).await().orElseThrow();
        assertThat(found.likes()).isEqualTo(7);
        assertThat(found.likesVersion()).isEqualTo(300);
    }

    @Test
    void pagesGoByIdAndAChangedCountIsNoUpdate() {
        Product first = products.create(TEA, change()).await();
        Product second = products.create(TEA, change()).await();
        counts.apply(List.of(new LikeCount(second.id(), 1, 1))).await();

        ProductQuery behind = ProductQuery.first(10).after(new ProductPosition("", first.id()));
        List<Product> page = tables.read(behind).products();

        assertThat(page).extracting(Product::id).containsExactly(second.id());
        assertThat(page.get(0).updatedAt()).isEqualTo(second.updatedAt());
        assertThat(page.get(0).version()).isEqualTo(second.version());
    }

    private static void assertRefused(ProblemType type, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }

    private List<String> events() {
        return tables.run("SELECT routing_key FROM outbox ORDER BY id").stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
