package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A counter that was raised by a row which is gone again is kept by the database itself. */
class IdsAfterRestartIT {
    private static final Change CHANGE = new Change(UUID.randomUUID(), null, null, Long.MAX_VALUE);
    private final Vertx vertx = Vertx.vertx();
    private final MariaDbServer server = TestServers.newMariaDb();

    @AfterEach
    void close() {
        vertx.close().await();
        server.kill();
    }

    @Test
    void theCounterForNewIdsSurvivesTheDeathOfTheDatabase() {
        server.createDatabase("products");
        Database database = new Database(vertx, server.uri("products"));
        database.migrate("db/products").await();
        new SqlRestoredProducts(new Transactions(database.pool("before", 1)))
                .keepIdsAbove(40)
                .await();

        server.kill();
        server.restart();

        SqlProducts products = new SqlProducts(new Transactions(database.pool("after", 1)));
        assertThat(products.create(new ProductDraft("Tea", "/tea.svg"), CHANGE)
                        .await()
                        .id())
                .isEqualTo(1_041);
    }
}
