package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.recovery.RepublishPage;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlRecountIT {
    private static final long TEA = 7;
    private static final long COFFEE = 8;
    private static final long GONE = 9;
    private final Vertx vertx = Vertx.vertx();
    private final List<LikeCount> told = new ArrayList<>();
    private Pool pool;
    private SqlLikes likes;
    private SqlRecount recount;

    @BeforeEach
    void open() {
        Database database = TestLikes.open(vertx);
        pool = database.pool("test", 4);
        likes = new SqlLikes(database.single("batches"), pool);
        recount = new SqlRecount(new Transactions(pool), told::addAll);
        likes.learn(List.of(
                        new ReplicaChange(TEA, 10, false),
                        new ReplicaChange(COFFEE, 10, false),
                        new ReplicaChange(GONE, 20, true)))
                .await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void everyCountIsCountedFromTheLikesAndToldWithANewVersion() {
        like(TEA, 3);
        change("UPDATE product SET likes = 40, version = 1000000 WHERE id = 7");

        RepublishPage republishPage = recount.after(0).await();

        assertThat(republishPage).isEqualTo(new RepublishPage(2, null));
        assertThat(number("SELECT likes FROM product WHERE id = 7")).isEqualTo(3);
        long version = number("SELECT version FROM product WHERE id = 7");
        assertThat(version).isGreaterThan(1_000_000);
        long other = number("SELECT version FROM product WHERE id = 8");
        assertThat(announced()).containsExactly(List.of(TEA, version), List.of(COFFEE, other));
        assertThat(told).containsExactly(new LikeCount(TEA, 3, version), new LikeCount(COFFEE, 0, other));
    }

    @Test
    void pagesCoverEveryLivingProductOnce() {
        likes.learn(LongStream.range(100, 400)
                        .mapToObj(id -> new ReplicaChange(id, 10, false))
                        .toList())
                .await();

        RepublishPage first = recount.after(0).await();
        RepublishPage second = recount.after(first.lastId()).await();

        assertThat(first.events()).isEqualTo(250);
        assertThat(second).isEqualTo(new RepublishPage(52, null));
        assertThat(told).extracting(LikeCount::productId).hasSize(302).doesNotHaveDuplicates();
    }

    @Test
    void productsWithManyLikesMakeAPageOfTheirOwn() {
        change("UPDATE product SET likes = 90000");

        RepublishPage first = recount.after(0).await();

        assertThat(first).isEqualTo(new RepublishPage(1, TEA));
        assertThat(recount.after(TEA).await()).isEqualTo(new RepublishPage(1, null));
    }

    @Test
    void whatIsKnownIsToldPageByPageWithTheDeletedAndTheHighestId() {
        assertThat(likes.known(0, 2).await())
                .isEqualTo(new KnownProducts(List.of(TEA, COFFEE), List.of(), COFFEE, GONE));
        assertThat(likes.known(COFFEE, 2).await()).isEqualTo(new KnownProducts(List.of(), List.of(GONE), null, GONE));
    }

    private void like(long product, int number) {
        for (int i = 0; i < number; i++) {
            change("INSERT INTO likes (product_id, liker, command_id) VALUES (" + product + ", UNHEX(MD5(" + i
                    + ")), UNHEX(MD5(" + i + ")))");
        }
    }

    private List<List<Long>> announced() {
        return pool.query("SELECT product_id, version FROM announcement ORDER BY product_id").execute().await().stream()
                .map(row -> List.of(row.getLong(0), row.getLong(1)))
                .toList();
    }

    private void change(String sql) {
        pool.query(sql).execute().await();
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }
}
