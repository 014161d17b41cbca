package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult.Absence;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A node stands still with an unlike in hand, another one applies its repeat, and then a new like: when the first node goes on,
 * its unlike must not take that like away.
 */
class LateCommandsIT {
    private static final long TEA = 7;
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA);

    @BeforeEach
    void annLikesTea() {
        tables.store.apply(List.of(like(TEA, ANN))).await();
    }

    @Test
    void whatGetsTheLockAfterItsDeadlineIsNotPlayed() {
        long deadline = System.currentTimeMillis() + 300;
        SqlConnection other = tables.pool.getConnection().await();
        other.begin().await();
        other.query("SELECT id FROM product WHERE id = 7 FOR UPDATE").execute().await();

        Future<BatchResult> late =
                tables.store.apply(List.of(LikeCommand.unlike(TEA, ANN, UUID.randomUUID(), deadline)));
        await().until(() -> System.currentTimeMillis() > deadline);
        other.query("COMMIT").execute().await();

        assertThat(late.await().answers().get(0).absence()).isEqualTo(Absence.LATE);
        assertThat(tables.store.counts(List.of(TEA), ANN).await().get(0).liked())
                .isTrue();
    }
}
