package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.faults.CommitCutter;
import io.likewire.system.rig.faults.TcpProxy;
import io.likewire.system.rig.faults.Wiretap;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R20: a connection to a database is cut around COMMIT, and nobody knows whether it was done. */
@Tag("full")
class UnknownCommitsIT {
    private static final int CUTS = Soak.choose(20, 2_000);
    private static final double SHARE = 0.1;

    private final Wired wired = Wired.shared();

    @Test
    void commitOfLikesThatIsCutIsDoneOnceOrNever() throws Exception {
        cutAroundCommit("unknown-commits-likes", wired.likesWire());
    }

    @Test
    void commitOfCountsThatIsCutIsDoneOnceOrNever() throws Exception {
        cutAroundCommit("unknown-commits-products", wired.productsWire());
    }

    private void cutAroundCommit(String name, TcpProxy wire) throws Exception {
        Trial.run(name, wired.cluster(), 5, trial -> {
            CommitCutter cutter = new CommitCutter(trial.seed(), SHARE);
            wire.listen(cutter);
            try (Load load = trial.load(Habits.usual(8, trial.products()))) {
                await("cuts before and after")
                        .atMost(Soak.choose(Duration.ofMinutes(2), Duration.ofMinutes(30)))
                        .until(() -> cutter.cutBefore() >= CUTS && cutter.cutAfter() >= CUTS);
                wire.listen(Wiretap.NONE);
                load.tally().forgetLastError();
                await("likes are accepted again").until(() -> load.tally().acceptedSinceError() >= 100);
            } finally {
                wire.listen(Wiretap.NONE);
            }

            trial.report().figure("cut before COMMIT", cutter.cutBefore());
            trial.report().figure("cut after COMMIT", cutter.cutAfter());
            trial.prove(Patience.LIMIT);
        });
    }
}
