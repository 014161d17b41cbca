package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R15: everybody wants the same product at once. */
class HotProductIT {
    private static final int THREADS = Soak.choose(32, 128);
    private static final int LIKES = Soak.choose(1_000, 200_000);

    @Test
    void productThatEverybodyWantsIsCountedExactlyAndNobodySeesAnError() throws Exception {
        Trial.run("hot-product", Stage.whole().cluster(), 1, trial -> {
            try (Load load = trial.load(Habits.usual(THREADS, trial.products()))) {
                await("likes")
                        .atMost(Soak.choose(Duration.ofMinutes(2), Duration.ofMinutes(30)))
                        .until(() -> load.tally().acceptedLikes() >= LIKES);
            }

            assertThat(trial.book().statuses(entry -> true)).isSubsetOf(200, 400);
            trial.prove(Patience.LIMIT);
        });
    }
}
