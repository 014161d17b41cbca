package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikedProduct;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlLikedIT {
    @AutoClose
    private final LikeTables tables = new LikeTables();

    private final Liker ann = Liker.visitor(UUID.randomUUID());
    private final Liker bob = Liker.account(7);

    @Test
    void whatSomebodyLikesComesInPagesByProduct() {
        for (long id = 1; id <= 5; id++) {
            product(id, id * 10, false);
            like(ann, id);
        }
        like(bob, 3);

        List<LikedProduct> first = tables.store.liked(ann, 0, 2).await();
        List<LikedProduct> rest = tables.store.liked(ann, 2, 10).await();

        assertThat(first)
                .extracting(LikedProduct::count)
                .containsExactly(new LikeCount(1, 10, 100), new LikeCount(2, 20, 100));
        assertThat(rest).extracting(liked -> liked.count().productId()).containsExactly(3L, 4L, 5L);
        assertThat(first.get(0).likedAt()).isEqualTo(Instant.parse("2026-11-21T10:15:31.000123Z"));
        assertThat(tables.store.liked(bob, 0, 10).await()).hasSize(1);
        assertThat(tables.store.liked(Liker.visitor(UUID.randomUUID()), 0, 10).await())
                .isEmpty();
    }

    @Test
    void aDeletedProductIsLikedByNobodyAlthoughItsLikesAreStillToBeRemoved() {
        product(1, 1, true);
        product(2, 1, false);
        like(ann, 1);
        like(ann, 2);

        assertThat(tables.store.liked(ann, 0, 10).await())
                .extracting(liked -> liked.count().productId())
                .containsExactly(2L);
    }

    @Test
    void theHighestAccountThatLikesSomethingIsKnownAmongVisitors() {
        assertThat(tables.store.highestAccount().await()).isZero();
        like(ann, 1);
        like(Liker.visitor(new UUID(0x4000, Long.MIN_VALUE)), 1);
        assertThat(tables.store.highestAccount().await()).isZero();

        like(bob, 1);
        like(Liker.account(4_711), 2);

        assertThat(tables.store.highestAccount().await()).isEqualTo(4_711);
    }

    @Test
    void thePageIsReadFromTheIndexOfTheLiker() {
        String plan = tables.pool
                .query("EXPLAIN "
                        + Statements.LIKED_BY.replaceFirst("\\?", "X'00'").replace("?", "5"))
                .execute()
                .map(rows -> rows.iterator().next().toJson().encode())
                .await();

        assertThat(plan).contains("likes_by_liker").doesNotContain("filesort", "temporary");
    }

    private void product(long id, long likes, boolean deleted) {
        tables.change("INSERT INTO product (id, likes, version, product_version, deleted) VALUES (" + id + "," + likes
                + ",100,1," + deleted + ")");
    }

    private void like(Liker liker, long product) {
        tables.change("INSERT INTO likes (product_id, liker, command_id, created_at) VALUES (" + product + ",X'" + liker
                + "',X'" + liker + "','2026-11-21 10:15:31.000123')");
    }
}
