package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
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

/**
 * A node stands still with an unlike in hand, another one applies its repeat, and then a new like: when the first node goes on,
 * its unlike must not take that like away.
 */
class LateCommandsIT {
    private static final long TEA = 7;
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private SqlLikes store;

    @BeforeEach
    void open() {
        Database database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("likes")));
        database.migrate("db/likes").await();
        pool = database.pool("test", 4);
        store = new SqlLikes(database.single("test-batches"), pool);
        store.learn(List.of(new ReplicaChange(TEA, 10, false))).await();
        store.apply(List.of(LikeCommand.like(TEA, ANN, UUID.randomUUID(), Long.MAX_VALUE)))
                .await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void whatGetsTheLockAfterItsDeadlineIsNotPlayed() {
        long deadline = System.currentTimeMillis() + 300;
        SqlConnection other = pool.getConnection().await();
        other.begin().await();
        other.query("SELECT id FROM product WHERE id = 7 FOR UPDATE").execute().await();

        Future<BatchResult> late = store.apply(List.of(LikeCommand.unlike(TEA, ANN, UUID.randomUUID(), deadline)));
        await().until(() -> System.currentTimeMillis() > deadline);
        other.query("COMMIT").execute().await();

        assertThat(late.await().answers().get(0).absence()).isEqualTo(Absence.LATE);
        assertThat(store.counts(List.of(TEA), ANN).await().get(0).liked()).isTrue();
    }
}
