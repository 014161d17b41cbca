package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.LikesDatabase;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.faults.Chaos;
import io.likewire.system.rig.faults.Fault;
import io.likewire.system.rig.faults.Fault.Kind;
import io.likewire.system.rig.faults.Victim;
import io.likewire.system.rig.ledger.Book;
import io.likewire.system.rig.ledger.Entry;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R3: what visitors notice when one part is away. */
class BoundedOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(Soak.choose(8, 60));
    private static final Duration LIMIT = Patience.LIMIT;
    private static final long SOON_MS = 1_500;
    private static final int ENOUGH = 200;
    private final Stage stage = Stage.whole();

    @Test
    void likesNodeThatIsKilledCostsTwoSecondsOfErrorsAtMost() throws Exception {
        Node node = stage.cluster().nodes(Service.LIKES).get(1);
        Trial.run("likes-node-killed", stage.cluster(), 5, trial -> {
            Book book = during(trial, Kind.SIGKILL, Victim.of("likes-2", node), Duration.ZERO);

            node.awaitReady();
            assertThat(book.statuses(entry -> true)).isSubsetOf(200, 400, 503);
            if (Soak.isOn()) {
                assertThat(book.errorSpan()).isLessThan(Duration.ofSeconds(2));
            }
            trial.prove(LIMIT);
        });
    }

    @Tag("full")
    @Test
    void productsNodeThatIsKilledCostsNoLike() throws Exception {
        Node node = stage.cluster().nodes(Service.PRODUCTS).get(0);
        Trial.run("products-node-killed", stage.cluster(), 5, trial -> {
            Book book = during(trial, Kind.SIGKILL, Victim.of("products", node), Duration.ZERO);

            node.awaitReady();
            assertThat(book.statuses(entry -> !entry.isRead())).isSubsetOf(200, 400);
            assertThat(book.statuses(Entry::isRead)).isSubsetOf(200, 503);
            trial.prove(LIMIT);
        });
    }

    @Tag("full")
    @Test
    void likesNodeThatIsAskedToLeaveCostsNothing() throws Exception {
        Node node = stage.cluster().nodes(Service.LIKES).get(1);
        Trial.run("likes-node-leaves", stage.cluster(), 5, trial -> {
            Book book = during(trial, Kind.SIGTERM, Victim.of("likes-2", node), Duration.ZERO);

            node.awaitReady();
            assertThat(book.statuses(entry -> true)).isSubsetOf(200, 400);
            trial.prove(LIMIT);
        });
    }

    @Tag("full")
    @Test
    void withoutTheBrokerNoLikeFails() throws Exception {
        Trial.run("broker-killed", stage.cluster(), 5, trial -> {
            Book book = during(trial, Kind.SIGKILL, Victim.of(stage.broker()), OUTAGE);

            assertThat(book.statuses(entry -> true)).isSubsetOf(200, 400);
            trial.prove(LIMIT);
        });
    }

    /** The next like of a product would tell its count too; here there is none. */
    @Tag("full")
    @Test
    void whatWasLikedOnlyWithoutTheBrokerIsToldWhenItIsBack() throws Exception {
        Trial.run("told-after-outage", stage.cluster(), 20, trial -> {
            LikesDatabase likes = stage.cluster().likesDatabase();
            Rest rest = stage.cluster().rest();
            await("products are known").until(() -> trial.products().stream().allMatch(id -> likes.count(id) == 0));
            stage.broker().kill();
            for (long id : trial.products()) {
                assertThat(rest.newVisitor().like(id).status()).isEqualTo(200);
            }
            stage.broker().restart();

            await("every count is told")
                    .until(() -> trial.products().stream().allMatch(id -> rest.projectedLikes(id) == 1));
            assertThat(stage.cluster().repairs(trial.products())).isZero();
        });
    }

    @Tag("full")
    @Test
    void withoutTheirDatabaseLikesAreRefusedSoonAndProductsAreRead() throws Exception {
        Trial.run("likes-db-killed", stage.cluster(), 5, trial -> {
            Book book = during(trial, Kind.SIGKILL, Victim.of("likes-db", stage.likesServer()), OUTAGE);

            assertThat(book.statuses(entry -> !entry.isRead())).isSubsetOf(200, 400, 503);
            assertThat(book.statuses(entry -> entry.status() == 503)).isNotEmpty();
            assertThat(book.statuses(Entry::isRead)).containsExactly(200);
            long slowest = book.slowest(entry -> entry.status() == 503).toMillis();
            trial.report().figure("slowest refusal, ms", slowest);
            if (Soak.isOn()) {
                assertThat(slowest).isLessThan(SOON_MS);
            }
            trial.prove(LIMIT);
        });
    }

    /** Likes and reads before, during and well after a fault; what was answered before it doesn't count. */
    private static Book during(Trial trial, Kind kind, Victim victim, Duration hold) {
        long moment;
        try (Chaos chaos = new Chaos(List.of(victim), trial.timeline());
                Load load = trial.load(Habits.usual(8, trial.products()).withReads(0.3))) {
            await("likes").until(() -> load.tally().acceptedLikes() >= ENOUGH);
            moment = System.currentTimeMillis();
            chaos.run(List.of(new Fault(kind, victim.name(), Duration.ZERO, hold)));
            load.tally().forgetLastError();
            await("likes after it").until(() -> load.tally().acceptedSinceError() >= ENOUGH);
        }
        Book book = trial.book().since(moment);
        trial.report()
                .figure(
                        "first to last error after the fault, ms",
                        book.errorSpan().toMillis());
        return book;
    }
}
