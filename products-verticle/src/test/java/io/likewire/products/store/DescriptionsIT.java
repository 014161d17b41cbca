package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DescriptionsIT {
    private static final String LONGEST = "🍵".repeat(2_000);

    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);

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
        SqlBulk bulk = new SqlBulk(tables.transactions);
        long tea = bulk.create(List.of(draft("Loose"), draft(null)), change())
                .await()
                .get(0)
                .id();

        assertThat(bulk.after(0, 2).await()).extracting(Product::description).containsExactly("Loose", "");
        for (ProductQuery page : List.of(ProductQuery.first(1), query(SearchText.parse("tea"), List.of()))) {
            assertThat(shown(page).fieldNames()).endsWith("updatedAt").doesNotContain("description");
        }
        assertThat(shown(query(null, List.of(tea))).getString("description")).isEqualTo("Loose");
    }

    private JsonObject shown(ProductQuery query) {
        return new JsonObject(tables.read(query).products().get(0).print());
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
}
