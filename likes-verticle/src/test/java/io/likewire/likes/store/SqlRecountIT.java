package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.recovery.RepublishPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlRecountIT {
    private static final long TEA = 7;
    private static final long COFFEE = 8;
    private static final long GONE = 9;

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA, COFFEE);

    private final List<LikeCount> told = new ArrayList<>();
    private final SqlRecount recount = new SqlRecount(new Transactions(tables.pool), told::addAll);

    @BeforeEach
    void oneIsGone() {
        tables.store.learn(List.of(new ReplicaChange(GONE, 20, true))).await();
    }

    @Test
    void everyCountIsCountedFromTheLikesAndToldWithANewVersion() {
        like(TEA, 3);
        tables.change("UPDATE product SET likes = 40, version = 1000000 WHERE id = 7");

        RepublishPage republishPage = recount.after(0).await();

        assertThat(republishPage).isEqualTo(new RepublishPage(2, null));
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(3);
        long version = tables.number("SELECT version FROM product WHERE id = 7");
        assertThat(version).isGreaterThan(1_000_000);
        long other = tables.number("SELECT version FROM product WHERE id = 8");
        assertThat(announced()).containsExactly(List.of(TEA, version), List.of(COFFEE, other));
        assertThat(told).containsExactly(new LikeCount(TEA, 3, version), new LikeCount(COFFEE, 0, other));
    }

    @Test
    void pagesCoverEveryLivingProductOnce() {
        tables.store
                .learn(LongStream.range(100, 400)
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
        tables.change("UPDATE product SET likes = 90000");

        RepublishPage first = recount.after(0).await();

        assertThat(first).isEqualTo(new RepublishPage(1, TEA));
        assertThat(recount.after(TEA).await()).isEqualTo(new RepublishPage(1, null));
    }

    @Test
    void whatIsKnownIsToldPageByPageWithTheDeletedAndTheHighestId() {
        assertThat(tables.store.known(0, 2).await())
                .isEqualTo(new KnownProducts(List.of(TEA, COFFEE), List.of(), COFFEE, GONE));
        assertThat(tables.store.known(COFFEE, 2).await())
                .isEqualTo(new KnownProducts(List.of(), List.of(GONE), null, GONE));
    }

    private void like(long product, int number) {
        for (int i = 0; i < number; i++) {
            tables.change("INSERT INTO likes (product_id, liker, command_id) VALUES (" + product + ", UNHEX(MD5(" + i
                    + ")), UNHEX(MD5(" + i + ")))");
        }
    }

    private List<List<Long>> announced() {
        return tables
                .pool
                .query("SELECT product_id, version FROM announcement ORDER BY product_id")
                .execute()
                .await()
                .stream()
                .map(row -> List.of(row.getLong(0), row.getLong(1)))
                .toList();
    }
}
