package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.recovery.RepublishPage;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlRestoredProductsIT {
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.svg");

    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);
    private final SqlBulk bulk = new SqlBulk(tables.transactions);
    private final SqlRestoredProducts history = new SqlRestoredProducts(tables.transactions);

    @Test
    void everyProductIsToldOncePageByPageWithANewVersion() {
        List<Product> made = bulk.create(
                        IntStream.range(0, 300).mapToObj(i -> TEA).toList(), change())
                .await();
        tables.run("DELETE FROM outbox");

        RepublishPage first = history.tellLiving(0).await();
        RepublishPage second = history.tellLiving(first.lastId()).await();

        assertThat(first.events()).isEqualTo(250);
        assertThat(second).isEqualTo(new RepublishPage(50, null));
        assertThat(events("product_updated"))
                .extracting(event -> event.getLong("id"))
                .containsExactlyElementsOf(made.stream().map(Product::id).toList());
        for (JsonObject event : events("product_updated")) {
            Product now = products.find(event.getLong("id")).await().orElseThrow();
            assertThat(event.getLong("version")).isEqualTo(now.version());
            assertThat(now.version()).isGreaterThan(version(made, now.id()));
            assertThat(now.updatedAt()).isEqualTo(now.createdAt());
        }
    }

    @Test
    void tombstonesAreToldWithNewVersionsToo() {
        long id = products.create(TEA, change()).await().id();
        products.delete(id, change()).await();
        long before = tables.number("SELECT version FROM deleted_products");
        tables.run("DELETE FROM outbox");

        assertThat(history.tellDeleted(0).await()).isEqualTo(new RepublishPage(1, null));

        long version = tables.number("SELECT version FROM deleted_products");
        assertThat(version).isGreaterThan(before);
        assertThat(events("product_deleted")).singleElement().satisfies(event -> {
            assertThat(event.getLong("id")).isEqualTo(id);
            assertThat(event.getLong("version")).isEqualTo(version);
        });
    }

    @Test
    void anEmptyTableHasNothingToTell() {
        assertThat(history.isEmpty().await()).isTrue();
        assertThat(history.tellLiving(0).await()).isEqualTo(new RepublishPage(0, null));
        assertThat(history.tellDeleted(0).await()).isEqualTo(new RepublishPage(0, null));
    }

    @Test
    void whatOthersKnowAndWeDoNotIsDeletedAndSoIsWhatTheyKnowToBeDeleted() {
        long kept = products.create(TEA, change()).await().id();
        assertThat(history.isEmpty().await()).isFalse();
        long returned = products.create(TEA, change()).await().id();
        long missing = returned + 1;
        tables.run("DELETE FROM outbox");
        KnownProducts theirs = new KnownProducts(List.of(kept, missing), List.of(returned), null, missing);

        assertThat(history.settle(theirs).await()).isEqualTo(2);
        assertThat(history.settle(theirs).await()).isZero();

        assertThat(events("product_deleted"))
                .extracting(event -> event.getLong("id"))
                .containsExactly(returned, missing);
        assertThat(products.find(kept).await()).isPresent();
        assertThat(products.find(returned).await()).isEmpty();
        assertThat(tables.number("SELECT COUNT(*) FROM deleted_products")).isEqualTo(2);
    }

    private static long version(List<Product> made, long id) {
        return made.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow()
                .version();
    }

    private List<JsonObject> events(String type) {
        return tables.run("SELECT payload FROM outbox WHERE headers LIKE '%" + type + "%' ORDER BY id").stream()
                .map(row -> row.getBuffer(0).toJsonObject())
                .toList();
    }
}
