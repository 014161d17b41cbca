package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.faults.Recorder;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R4: every message of a run comes three more times, in any order, and nothing changes. */
@Tag("full")
class DuplicatesAreHarmlessIT {
    private static final int PRODUCTS = 5;
    private static final int LIKES = Soak.choose(500, 20_000);
    private static final int TIMES = 3;

    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();

    @Test
    void everyMessageOfARunThreeMoreTimesInAnyOrderChangesNothing() throws Exception {
        Trial.run("duplicates", cluster, PRODUCTS, trial -> {
            try (Recorder recorder = Recorder.on(cluster.broker())) {
                List<Long> others = productsThatComeAndGo();
                try (Load load = trial.load(Habits.usual(8, trial.products()))) {
                    await("likes").until(() -> load.tally().acceptedLikes() >= LIKES);
                }
                trial.prove(Patience.LIMIT);
                await("everything is told").until(this::isEverythingTold);
                List<Recorder.Message> heard = recorder.take();
                long first = trial.products().get(0);
                long last = others.get(others.size() - 1);
                List<String> before = everything(first, last);

                recorder.say(Recorder.shuffled(heard, TIMES, trial.seed()));
                new Sentinel(cluster).awaitEverythingBefore();

                trial.report().figure("messages said again", heard.size() * TIMES);
                assertThat(heard).hasSizeGreaterThan(PRODUCTS + others.size());
                assertThat(everything(first, last)).isEqualTo(before);
                trial.prove(Patience.LIMIT);
            }
        });
    }

    private List<Long> productsThatComeAndGo() {
        List<Long> all =
                IntStream.range(0, 20).mapToObj(n -> rest.create("Pear " + n)).toList();
        JsonObject draft = new JsonObject().put("title", "Quince").put("image", "/quince.png");
        all.forEach(id -> rest.newVisitor().like(id));
        all.forEach(id -> rest.put("/api/products/" + id, draft));
        all.stream().filter(id -> id % 2 == 0).forEach(id -> rest.delete("/api/products/" + id));
        return all;
    }

    private boolean isEverythingTold() {
        return cluster.likesDatabase().outbox() == 0
                && cluster.productsDatabase().outbox() == 0;
    }

    private List<String> everything(long first, long last) {
        List<String> all = new ArrayList<>(cluster.productsDatabase().dump(first, last));
        all.addAll(cluster.likesDatabase().dump(first, last));
        return all;
    }
}
