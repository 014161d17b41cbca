package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Database;
import io.vertx.core.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProductIdFloorIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);
    private final SqlRestoredProducts history = new SqlRestoredProducts(tables.transactions);

    @Test
    void aNewIdIsAboveAllThatOthersKnowAndAllThatTheyAreStillToHearOf() {
        long old = create();

        history.keepIdsAbove(old + 40).await();

        assertThat(create()).isEqualTo(old + 40 + 1_001);
        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isEqualTo(2);
    }

    @Test
    void nothingIsSkippedWhereOthersKnowNoMoreThanWe() {
        long old = create();

        history.keepIdsAbove(old).await();

        assertThat(create()).isEqualTo(old + 1);
    }

    @Test
    void aSecondStartSkipsNoMore() {
        history.keepIdsAbove(40).await();
        history.keepIdsAbove(40).await();
        long id = create();
        history.keepIdsAbove(40).await();

        assertThat(id).isEqualTo(1_041);
        assertThat(create()).isEqualTo(1_042);
    }

    @Test
    void manyNodesAtOnceSkipOnce() {
        Future.all(Stream.generate(() -> history.keepIdsAbove(40)).limit(8).toList())
                .await();

        assertThat(create()).isEqualTo(1_041);
    }

    @Test
    void theCounterIsAboveOurOwnTombstonesAfterACopyThatForgotIt() {
        create();
        long last = create();
        products.delete(last, change()).await();
        new Database(tables.vertx, tables.owner)
                .pool("owner", 1)
                .query("ALTER TABLE products AUTO_INCREMENT = 1")
                .execute()
                .await();

        history.keepIdsAbove(0).await();

        assertThat(create()).isGreaterThan(last);
    }

    private long create() {
        return products.create(new ProductDraft("Tea", "/tea.svg"), change())
                .await()
                .id();
    }
}
