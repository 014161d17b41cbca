package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Places;
import io.likewire.system.rig.Service;
import org.junit.jupiter.api.Test;

/** A node stands still for longer than the others wait for it. */
class PauseIT {
    @Test
    void nodeThatStoodStillAnswersAgainAndNoLikeIsLost() {
        try (Troubled troubled = Troubled.start(Places.ONE_HOST)) {
            JarProcess victim = troubled.cluster().nodes(Service.LIKES).get(1).process();
            troubled.survives("SIGSTOP of a likes node", () -> pause(victim));
        }
    }

    @Test
    void nodeThatStoodStillWhileItJoinedAnswersAgainAndNoLikeIsLost() {
        try (Troubled troubled = Troubled.start(Places.ONE_HOST)) {
            JarProcess victim = troubled.cluster().nodes(Service.LIKES).get(1).process();
            troubled.survives("SIGSTOP of a likes node that joins", () -> {
                victim.kill();
                troubled.cluster().nodes(Service.LIKES).get(1).restart();
                pause(victim);
            });
        }
    }

    private static void pause(JarProcess victim) {
        victim.pause();
        try {
            long end = System.nanoTime() + Troubled.pause().toNanos();
            await("the pause").until(() -> System.nanoTime() > end);
        } finally {
            victim.resume();
        }
    }
}
