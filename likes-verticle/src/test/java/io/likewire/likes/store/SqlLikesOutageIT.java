package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class SqlLikesOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Vertx vertx = Vertx.vertx();
    private final MariaDbServer server = TestServers.newMariaDb();
    private Pool pool;
    private LikeBatches batches;

    @BeforeEach
    void open() {
        server.createDatabase("likes");
        Database database = new Database(vertx, server.uri("likes"));
        database.migrate("db/likes").await();
        pool = database.pool("test", 4);
        SqlLikes store = new SqlLikes(database.single("batches"), pool);
        store.learn(List.of(new ReplicaChange(7, 1, false))).await();
        batches = new LikeBatches(vertx, store, changes -> {}, product -> Future.succeededFuture());
        assertThat(like().await().outcome().count().likes()).isEqualTo(1);
    }

    @AfterEach
    void close() {
        vertx.close().await();
        server.close();
    }

    @Test
    void aBatchThatDiesWithItsServerEndsAndTheNextOneIsPlayed() {
        holdTheLock();
        Future<LikeResult> waits = like();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(this::somebodyWaitsForTheLock);

        server.kill();

        await().atMost(PATIENCE).until(waits::isComplete);
        server.restart();
        await().atMost(PATIENCE).until(() -> like().otherwiseEmpty().await() != null);
    }

    @Test
    void aBatchWhoseServerFreezesEndsAndTheNextOneIsPlayed() {
        holdTheLock();
        Future<LikeResult> waits = like();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(this::somebodyWaitsForTheLock);

        server.pause();
        await().atMost(PATIENCE).until(waits::isComplete);
        server.resume();

        await().atMost(PATIENCE).until(() -> like().otherwiseEmpty().await() != null);
    }

    private void holdTheLock() {
        SqlConnection connection = pool.getConnection().await();
        Transaction transaction = connection.begin().await();
        assertThat(transaction).isNotNull();
        connection
                .query("SELECT id FROM product WHERE id = 7 FOR UPDATE")
                .execute()
                .await();
    }

    /** InnoDB answers as it did before when it is asked within 100 ms. */
    private boolean somebodyWaitsForTheLock() {
        return pool.query("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .execute()
                        .map(rows -> rows.iterator().next().getLong(0))
                        .await()
                > 0;
    }

    private Future<LikeResult> like() {
        long deadline = System.currentTimeMillis() + 2_000;
        LikeCommand command = LikeCommand.like(7, Liker.visitor(UUID.randomUUID()), UUID.randomUUID(), deadline);
        return Future.future(
                done -> vertx.runOnContext(turn -> batches.submit(command).onComplete(done)));
    }
}
