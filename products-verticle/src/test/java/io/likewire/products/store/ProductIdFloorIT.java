package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.testing.LeastRights;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the rights of a service: it may change rows and no tables. */
class ProductIdFloorIT {
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private Database owner;
    private SqlProducts products;
    private SqlRestoredProducts history;

    @BeforeEach
    void open() {
        LeastRights rights = LeastRights.in("products");
        Database database = new Database(vertx, rights.service(), rights.migrations());
        database.migrate("db/products").await();
        owner = new Database(vertx, rights.migrations());
        pool = database.pool("test", 4);
        products = new SqlProducts(new Transactions(pool));
        history = new SqlRestoredProducts(new Transactions(pool));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aNewIdIsAboveAllThatOthersKnowAndAllThatTheyAreStillToHearOf() {
        long old = create();

        history.keepIdsAbove(old + 40).await();

        assertThat(create()).isEqualTo(old + 40 + 1_001);
        assertThat(number("SELECT COUNT(*) FROM products")).isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM outbox")).isEqualTo(2);
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
        owner.pool("owner", 1)
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

    private long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    private static Change change() {
        return new Change(UUID.randomUUID(), null, null, Long.MAX_VALUE);
    }
}
