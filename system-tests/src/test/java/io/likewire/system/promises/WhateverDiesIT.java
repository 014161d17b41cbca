package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Node;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.faults.Chaos;
import io.likewire.system.rig.faults.Fault;
import io.likewire.system.rig.faults.Schedule;
import io.likewire.system.rig.faults.Victim;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** R1 and R2: nothing accepted is lost or counted twice, and in the end everybody sees the same. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhateverDiesIT {
    private static final int PRODUCTS = 5;
    private static final int THREADS = Soak.choose(8, 32);
    private static final int LIKES = Soak.choose(500, 200_000);
    private static final int KILLS = Soak.choose(2, 20);
    private static final int OTHER_FAULTS = Soak.choose(1, 12);
    private static final Duration LONGEST_PAUSE = Soak.choose(Duration.ofSeconds(12), Duration.ofSeconds(30));
    private static final Duration MEAN_GAP = Soak.choose(Duration.ofMillis(2_500), Duration.ofSeconds(4));
    private static final Duration LIMIT = Patience.LIMIT;
    private final Stage stage = Stage.whole();

    @Test
    @Order(1)
    void withoutAnyFaultEverybodySeesTheSameAtOnce() throws Exception {
        Trial.run("no-fault", stage.cluster(), PRODUCTS, trial -> {
            try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                await("likes").until(() -> load.tally().acceptedLikes() >= Soak.choose(500, 20_000));
            }

            Duration converged = trial.prove(LIMIT);

            assertThat(trial.book().errorSpan()).isZero();
            if (Soak.isOn()) {
                assertThat(converged).isLessThan(Duration.ofSeconds(2));
            }
        });
    }

    @Test
    @Order(2)
    void whateverIsKilledNothingIsLostOrCountedTwice() throws Exception {
        Trial.run("whatever-dies", stage.cluster(), PRODUCTS, trial -> {
            try (Chaos chaos = new Chaos(stage.everything(), trial.timeline())) {
                try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                    chaos.run(faults(trial.seed()));
                    load.tally().forgetLastError();
                    await("likes are accepted again").until(() -> load.tally().acceptedSinceError() >= 100);
                    await("enough likes")
                            .atMost(Soak.choose(Duration.ofMinutes(2), Duration.ofMinutes(30)))
                            .until(() -> load.tally().acceptedLikes() >= LIKES);
                }
                await("the last fault is over").ignoreExceptions().until(this::isEverythingUp);
                trial.timeline().note("load", "everything is up");

                Duration converged = trial.prove(LIMIT);
                if (Soak.isOn()) {
                    assertThat(converged).isLessThan(Duration.ofSeconds(10));
                }
            }
        });
    }

    private boolean isEverythingUp() {
        return stage.cluster().nodes().stream().allMatch(Node::isReady);
    }

    private List<Fault> faults(long seed) {
        List<String> victims = stage.everything().stream().map(Victim::name).toList();
        return Schedule.random(seed, victims, KILLS, OTHER_FAULTS, LONGEST_PAUSE, MEAN_GAP);
    }
}
