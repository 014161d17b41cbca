package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.likes.maintenance.CountAudit.Line;
import io.likewire.platform.database.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlUpkeepIT {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final long TEA = 7;
    private static final long COFFEE = 8;

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA, COFFEE);

    private final SqlDeletions deletions = new SqlDeletions(new Transactions(tables.pool));
    private final SqlCountAudit ledger = new SqlCountAudit(new Transactions(tables.pool), () -> {});

    @Test
    void likesOfADeletedProductAreRemovedChunkByChunkAndThoseOfOthersStay() {
        haveLikes(TEA, 2_500);
        haveLikes(COFFEE, 3);
        tables.store.learn(List.of(new ReplicaChange(TEA, 20, true))).await();
        assertThat(rows(TEA)).isEqualTo(2_500);

        assertThat(deletions.removeSome().await()).isTrue();
        assertThat(rows(TEA)).isEqualTo(1_500);
        removeAll();

        assertThat(rows(TEA)).isZero();
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isZero();
        assertThat(rows(COFFEE)).isEqualTo(3);
        assertThat(tables.number("SELECT COUNT(*) FROM deletion")).isZero();
        assertThat(tables.number("SELECT deleted FROM product WHERE id = 7")).isOne();
    }

    @Test
    void nothingIsLeftToRemoveOfAProductThatWasNeverLiked() {
        tables.store.learn(List.of(new ReplicaChange(99, 20, true))).await();
        removeAll();

        assertThat(deletions.removeSome().await()).isFalse();
    }

    @Test
    void aPageShowsEveryCountBesideItsLikesAndTheNextRoundWaitsForItsTime() {
        haveLikes(TEA, 3);
        tables.change("UPDATE product SET likes = 5 WHERE id = 8");

        List<Line> page = ledger.nextPage(Duration.ofHours(1)).await();

        assertThat(page).extracting(line -> line.count().productId()).containsExactly(TEA, COFFEE);
        assertThat(page).extracting(line -> line.count().likes()).containsExactly(3L, 5L);
        assertThat(page).extracting(Line::rows).containsExactly(3L, 0L);
        assertThat(ledger.nextPage(Duration.ofHours(1)).await()).isEmpty();
        assertThat(ledger.nextPage(AT_ONCE).await()).hasSize(2);
    }

    @Test
    void pagesOfOneRoundCoverEveryProductOnce() {
        List<ReplicaChange> many = new ArrayList<>();
        for (long id = 100; id < 330; id++) {
            many.add(new ReplicaChange(id, 10, false));
        }
        tables.store.learn(many).await();
        List<Long> seen = new ArrayList<>();
        List<Line> page = ledger.nextPage(AT_ONCE).await();
        while (!page.isEmpty()) {
            page.forEach(line -> seen.add(line.count().productId()));
            page = ledger.nextPage(Duration.ofHours(1)).await();
        }

        assertThat(seen).hasSize(232).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void productsWithAMillionLikesMakeAPageOfTheirOwn() {
        tables.change("UPDATE product SET likes = 900000");

        assertThat(ledger.nextPage(AT_ONCE).await()).hasSize(1);
        assertThat(ledger.nextPage(AT_ONCE).await()).hasSize(1);
        assertThat(tables.number("SELECT after_id FROM reconciliation")).isZero();
    }

    @Test
    void aWrongCountIsCountedAnewAndToldWithANewVersion() {
        haveLikes(TEA, 3);
        tables.change("UPDATE product SET likes = 40 WHERE id = 7");
        long before = tables.number("SELECT version FROM product WHERE id = 7");

        assertThat(ledger.repair(TEA, null, false).await()).isTrue();

        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(3);
        assertThat(tables.number("SELECT version FROM product WHERE id = 7")).isGreaterThan(before);
        assertThat(tables.number("SELECT COUNT(*) FROM announcement")).isOne();
    }

    @Test
    void aRightCountIsLeftAloneUnlessTheOtherSideContradictsIt() {
        haveLikes(TEA, 3);
        long version = tables.number("SELECT version FROM product WHERE id = 7");

        assertThat(ledger.repair(TEA, null, false).await()).isFalse();
        assertThat(ledger.repair(TEA, new LikeCount(TEA, 3, version), false).await())
                .isFalse();
        assertThat(ledger.repair(TEA, new LikeCount(TEA, 1, version - 1), false).await())
                .isFalse();
        assertThat(ledger.repair(TEA, new LikeCount(TEA, 1, version), false).await())
                .isTrue();
    }

    @Test
    void aVersionAheadOfOursIsOvertaken() {
        haveLikes(TEA, 3);
        long ahead = tables.number("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)") + 3_600_000_000L;

        assertThat(ledger.repair(TEA, new LikeCount(TEA, 3, ahead), false).await())
                .isTrue();

        assertThat(tables.number("SELECT version FROM product WHERE id = 7")).isEqualTo(ahead + 1);
    }

    @Test
    void aLostEventIsToldAgainAndADeletedProductIsNot() {
        assertThat(ledger.repair(TEA, null, true).await()).isTrue();
        tables.store.learn(List.of(new ReplicaChange(TEA, 20, true))).await();
        assertThat(ledger.repair(TEA, null, true).await()).isFalse();
    }

    private void haveLikes(long product, int number) {
        tables.change("INSERT INTO likes (product_id, liker, command_id) SELECT " + product
                + ", UNHEX(LEFT(SHA2(seq, 256), 32)), UNHEX(LEFT(SHA2(seq, 256), 32)) FROM (" + numbers(number)
                + ") AS numbers");
        tables.change("UPDATE product SET likes = " + number + ", version = 1000000 WHERE id = " + product);
    }

    private static String numbers(int number) {
        String digits = "(SELECT 0 AS n" + " UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        return "SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS seq FROM " + digits + " AS a, " + digits + " AS b, "
                + digits + " AS c, " + digits + " AS d LIMIT " + number;
    }

    private void removeAll() {
        while (deletions.removeSome().await()) {
            assertThat(tables.number("SELECT COUNT(*) FROM deletion")).isLessThan(3);
        }
    }

    private long rows(long product) {
        return tables.number("SELECT COUNT(*) FROM likes WHERE product_id = " + product);
    }
}
