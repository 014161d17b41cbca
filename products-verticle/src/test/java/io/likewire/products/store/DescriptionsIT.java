package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescriptionsIT {
    private static final String LONGEST = "🍵".repeat(2_000);
    private final Vertx vertx = Vertx.vertx();
    private final Database database =
            new Database(vertx, URI.create(TestServers.mysql().freshDatabase("descriptions")));
    private final Transactions transactions = open();
    private final SqlProducts products = new SqlProducts(transactions);

    private Transactions open() {
        database.migrate("db/products").await();
        return new Transactions(database.pool("test", 4));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aProductHasNoneUntilSomebodyWritesOne() {
        long tea = products.create(draft(null), change()).await().id();
        assertThat(stored(tea)).isEmpty();

        products.update(tea, draft(LONGEST), change()).await();
        assertThat(stored(tea)).isEqualTo(LONGEST);
        products.update(tea, draft(null), change()).await();
        products.patch(tea, new ProductDraft("Green tea", null), change()).await();
        products.adopt(tea, draft(null), change()).await();
        assertThat(stored(tea)).isEqualTo(LONGEST);

        products.patch(tea, new ProductDraft(null, null, ""), change()).await();
        assertThat(stored(tea)).isEmpty();
        products.update(tea, draft("Loose"), change()).await();
        products.update(tea, draft(""), change()).await();
        assertThat(stored(tea)).isEmpty();
    }

    @Test
    void exportsAndListsOfIdsHaveItAndPagesLeaveItOut() {
        SqlBulk bulk = new SqlBulk(transactions);
        SqlProductLists lists = new SqlProductLists(transactions, transactions);
        long tea = bulk.create(List.of(draft("Loose"), draft(null)), change())
                .await()
                .get(0)
                .id();

        assertThat(bulk.after(0, 2).await()).extracting(Product::description).containsExactly("Loose", "");
        for (ProductQuery page : List.of(ProductQuery.first(1), query(SearchText.parse("tea"), List.of()))) {
            assertThat(shown(lists, page).fieldNames()).endsWith("updatedAt").doesNotContain("description");
        }
        assertThat(shown(lists, query(null, List.of(tea))).getString("description"))
                .isEqualTo("Loose");
    }

    private static JsonObject shown(SqlProductLists lists, ProductQuery query) {
        Call call = Call.question(Duration.ofSeconds(10));
        return new JsonObject(lists.read(query, call).await().products().get(0).print());
    }

    private static ProductQuery query(SearchText words, List<Long> ids) {
        return new ProductQuery(ProductSort.ID, words, ids, null, 10, false);
    }

    private String stored(long id) {
        return products.find(id).await().orElseThrow().description();
    }

    private static ProductDraft draft(String description) {
        return new ProductDraft("Tea", "/tea.svg", description);
    }

    private static Change change() {
        return new Change(UUID.randomUUID(), null, null, Long.MAX_VALUE);
    }
}
