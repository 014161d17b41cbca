package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.likes.store.SqlLikes;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitorLikesTransferIT {
    private static final int PRODUCTS = 230;
    private final Vertx vertx = Vertx.vertx();
    private final Liker visitor = Liker.visitor(UUID.randomUUID());
    private final Liker account = Liker.account(7);
    private final List<BatchResult> committed = new ArrayList<>();
    private Pool pool;
    private SqlLikes store;
    private LikeBatches batches;

    @BeforeEach
    void open() {
        Database database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("likes")));
        database.migrate("db/likes").await();
        pool = database.pool("test", 4);
        store = new SqlLikes(database.single("batches"), pool);
        batches = new LikeBatches(vertx, store, committed::add, product -> Future.succeededFuture());
        store.learn(LongStream.rangeClosed(1, PRODUCTS)
                        .mapToObj(id -> new ReplicaChange(id, 10, false))
                        .toList())
                .await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void everyLikeMovesAndEachProductCountsOnce() {
        likeAll(visitor, 1, PRODUCTS);
        likeAll(account, 1, 10);
        committed.clear();
        takeOver();

        assertThat(number("SELECT COUNT(*) FROM likes")).isEqualTo(PRODUCTS);
        assertThat(number("SELECT COUNT(*) FROM likes WHERE liker = X'" + account + "'"))
                .isEqualTo(PRODUCTS);
        assertThat(number("SELECT COUNT(*) FROM product WHERE likes <> 1")).isZero();
        assertThat(committed)
                .flatMap(BatchResult::counts)
                .allSatisfy(change -> assertThat(change.count().likes()).isEqualTo(1));
    }

    @Test
    void againItChangesNothing() {
        likeAll(visitor, 1, 5);
        takeOver();
        committed.clear();
        takeOver();

        assertThat(committed).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM likes")).isEqualTo(5);
    }

    @Test
    void twoLoginsAtOnceDoNoHarm() {
        likeAll(visitor, 1, 50);
        onLoop(() -> Future.join(run(), run(), run()));

        assertThat(number("SELECT COUNT(*) FROM likes")).isEqualTo(50);
        assertThat(number("SELECT COUNT(*) FROM product WHERE id <= 50 AND likes <> 1"))
                .isZero();
    }

    private void takeOver() {
        onLoop(this::run);
    }

    private Future<Void> run() {
        Call call = Call.command(Duration.ofSeconds(30)).by(account);
        return new VisitorLikesTransfer(visitor, call, store, batches).run();
    }

    private void likeAll(Liker liker, long from, long to) {
        onLoop(() -> Future.join(LongStream.rangeClosed(from, to)
                .mapToObj(id -> batches.submit(
                        LikeCommand.like(id, liker, UUID.randomUUID(), System.currentTimeMillis() + 30_000)))
                .toList()));
    }

    /** As in the verticle: everything on one event loop. */
    private <T> void onLoop(Supplier<Future<T>> work) {
        Future<T> done =
                Future.future(promise -> vertx.runOnContext(loop -> work.get().onComplete(promise)));
        done.timeout(40, TimeUnit.SECONDS).await();
    }

    private long number(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await();
    }
}
