package io.likewire.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.store.ProductTables;
import io.likewire.products.store.SqlProducts;
import io.likewire.products.store.SqlRestoredProducts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From an empty table all that others know would be deleted. */
class ProductRepublishingIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final ProductRepublishing productRepublishing =
            new ProductRepublishing(new SqlRestoredProducts(tables.transactions), new LikesClient(tables.vertx));

    @Test
    void anEmptyTableDoesDamageWhereOthersKnowALivingProductOnWhateverPage() {
        known(new JsonObject().put("0", page(List.of(), 7L)).put("7", page(List.of(8L), null)));

        assertThat(productRepublishing.damage().await()).startsWith("This database has no products");
    }

    @Test
    void itDoesNoneWhereOthersKnowDeletedOnesAlone() {
        known(new JsonObject().put("0", page(List.of(), 7L)).put("7", page(List.of(), null)));

        assertThat(productRepublishing.damage().await()).isNull();
    }

    @Test
    void aSingleProductIsEnough() {
        known(new JsonObject().put("0", page(List.of(8L), null)));
        create();

        assertThat(productRepublishing.damage().await()).isNull();
    }

    @Test
    void withoutProductsAndWithoutAnAnswerNobodyKnows() {
        assertThatThrownBy(() -> productRepublishing.damage().await()).isInstanceOf(Refusal.class);

        create();
        assertThat(productRepublishing.damage().await()).isNull();
    }

    /** The likes side, with a page for each id that it begins behind. */
    private void known(JsonObject pages) {
        tables.vertx
                .eventBus()
                .<JsonObject>consumer(
                        Addresses.LIKES,
                        question -> question.reply(pages.getJsonObject(
                                question.body().getLong("afterId").toString())));
    }

    private static JsonObject page(List<Long> living, Long lastId) {
        return new JsonObject()
                .put("living", new JsonArray(living))
                .put("deleted", new JsonArray())
                .put("lastId", lastId)
                .put("highestId", 8);
    }

    private void create() {
        new SqlProducts(tables.transactions)
                .create(new ProductDraft("Tea", "/tea.svg"), ProductTables.change())
                .await();
    }
}
