package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LikesDatabase;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.UsualSettings;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import io.likewire.system.rig.report.Timeline;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R14: the outbox is empty but for moments, however many likes went through, and a backlog stays small or goes fast. */
@Tag("full")
class SmallTablesIT {
    private static final int THREADS = Soak.choose(16, 64);
    private static final int LIKES = Soak.choose(1_000, 1_000_000);
    private static final int PRODUCTS = Soak.choose(100, 400);
    private static final int BACKLOG = Soak.choose(1_000, UsualSettings.OUTBOX_LIMIT / 3);
    private static final int LEAST_A_SECOND = 2_000;

    private final Wired wired = Wired.shared();
    private final Cluster cluster = wired.cluster();
    private final LikesDatabase database = cluster.likesDatabase();

    @Test
    void afterManyLikesTheOutboxIsEmpty() throws Exception {
        Trial.run("many-likes", cluster, 5, trial -> {
            try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                await("many likes")
                        .atMost(Soak.choose(Duration.ofMinutes(2), Duration.ofHours(1)))
                        .until(() -> load.tally().acceptedLikes() >= LIKES);
            }

            await("an empty outbox").until(() -> database.outbox() == 0);
            trial.prove(Patience.LIMIT);
        });
    }

    @Test
    void backlogOfAnOutageIsNoLongerThanTheListOfProductsAndThatOfProductsGoesFast() throws Exception {
        Trial.run("backlog", cluster, PRODUCTS, trial -> {
            Timeline.Span outage = trial.timeline().begin("broker", "no wire");
            wired.brokerWire().cut();
            try (Load load = trial.load(Habits.likesOnly(THREADS, trial.products()))) {
                await("many likes")
                        .atMost(Soak.choose(Duration.ofMinutes(2), Duration.ofMinutes(30)))
                        .until(() -> load.tally().acceptedLikes() >= BACKLOG);
                trial.report().figure("likes without the broker", load.tally().acceptedLikes());
            }
            assertThat(database.outbox()).isBetween(1L, (long) PRODUCTS);
            cluster.productsDatabase().fillOutbox(trial.products().get(0), BACKLOG);
            outage.end();

            wired.brokerWire().heal();
            await("the first goes").until(() -> cluster.productsDatabase().outbox() < BACKLOG);
            long start = System.nanoTime();
            await("empty outboxes")
                    .until(() -> database.outbox() + cluster.productsDatabase().outbox() == 0);
            long rate = BACKLOG * 1_000L / Math.max(1, Trial.millisSince(start));

            trial.report().figure("rows in the backlog", BACKLOG);
            trial.report().figure("rows drained in a second", rate);
            if (Soak.isOn()) {
                assertThat(rate).isGreaterThan(LEAST_A_SECOND);
            }
            assertThat(trial.book().errorSpan()).isZero();
            trial.prove(Patience.LIMIT);
        });
    }
}
