package io.likewire.system.examples;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.examples.Favourites.Language;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.faults.Recorder;
import io.likewire.system.rig.faults.Recorder.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of docs/write-a-service.md beside real services, in each of its languages. */
@Tag("full")
class FavouritesIT {
    private static final AtomicLong FOREIGN_IDS = new AtomicLong(3_000_000_000L);
    private final Stage stage = Stage.whole();
    private final Cluster cluster = stage.cluster();
    private final Rest rest = cluster.rest();

    @ParameterizedTest
    @EnumSource
    void likesOfTheWeekAreCountedAlthoughItAndTheBrokerAreKilled(Language language) throws Exception {
        Favourites favourites = Favourites.in(language, stage);
        long tea = rest.create("Tea");
        long coffee = rest.create("Coffee");
        try (ExampleProcess first = favourites.start()) {
            await("it listens").until(() -> first.said("listening"));
            Visitor fan = like(tea, 3);
            like(coffee, 1);
            awaitShown(favourites, gained(tea, 3), gained(coffee, 1));

            first.kill();
            like(coffee, 4);
            try (ExampleProcess second = favourites.start()) {
                awaitShown(favourites, gained(coffee, 5), gained(tea, 3));

                stage.broker().kill();
                assertThat(fan.unlike(tea).status()).isEqualTo(200);
                like(coffee, 1);
                await("it notices").until(() -> second.lines().stream().anyMatch(line -> line.startsWith("no broker")));
                stage.broker().restart();
                awaitShown(favourites, gained(coffee, 6), gained(tea, 2));

                assertThat(second.stop()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void repetitionAndAnotherOrderComeToTheSame(Language language) throws Exception {
        Favourites favourites = Favourites.in(language, stage);
        Counts old = new Counts(FOREIGN_IDS.incrementAndGet());
        Counts fresh = new Counts(FOREIGN_IDS.incrementAndGet());
        Counts gone = new Counts(FOREIGN_IDS.incrementAndGet());
        Counts last = new Counts(FOREIGN_IDS.incrementAndGet());
        List<Message> events = events(old, fresh, gone);
        try (Recorder recorder = Recorder.on(cluster.broker())) {
            try (ExampleProcess first = favourites.start()) {
                await("it listens").until(() -> first.said("listening"));
                recorder.say(Recorder.shuffled(events, 3, 1));
                recorder.say(Recorder.shuffled(events, 3, 2));
            }
            try (ExampleProcess second = favourites.start()) {
                recorder.say(Recorder.shuffled(events, 3, 3));
                recorder.say(List.of(last.count(Instant.now(), 1, 1, 0)));
                awaitShown(
                        favourites,
                        String.format(Locale.ROOT, "product %d: +5, 15 likes", old.product()),
                        String.format(Locale.ROOT, "product %d: +4, 9 likes", fresh.product()),
                        gained(last.product(), 1));
                assertThat(favourites.shown()).noneMatch(line -> line.contains("product " + gone.product() + ":"));
                assertThat(second.stop()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItCanNeverApplyIsParkedWithTheReasonAndTheNextOneIsApplied(Language language) throws Exception {
        Favourites favourites = Favourites.in(language, stage);
        Counts good = new Counts(FOREIGN_IDS.incrementAndGet());
        Instant now = Instant.now();
        List<Message> events = new ArrayList<>();
        for (String body : List.of(
                "not JSON",
                "null",
                "[]",
                "{\"productId\":1,\"likes\":1,\"version\":1}",
                "{\"productId\":\"1\",\"likes\":1,\"version\":1,\"added\":1,\"removed\":0}",
                "{\"productId\":1.5,\"likes\":1,\"version\":1,\"added\":1,\"removed\":0}",
                "{\"productId\":99999999999999999999,\"likes\":1,\"version\":1,\"added\":1,\"removed\":0}",
                "{\"productId\":1,\"likes\":1,\"version\":9007199254740991,\"added\":1,\"removed\":0}",
                "[".repeat(20_000))) {
            events.add(Counts.message("likes.changed", "product_likes_changed", now, body));
        }
        events.add(Counts.message("product.deleted", "product_deleted", now, "{\"id\":{}}"));
        events.add(Counts.message("likes.changed", "no_such_type", now, "{}"));
        int poison = events.size();
        events.add(good.count(now, 1, 1, 0));
        try (Recorder recorder = Recorder.on(cluster.broker());
                AmqpProbe probe = AmqpProbe.connect(cluster.broker());
                ExampleProcess process = favourites.start()) {
            await("it listens").until(() -> process.said("listening"));
            Counts first = new Counts(FOREIGN_IDS.incrementAndGet());
            recorder.say(List.of(first.count(now, 1, 1, 0)));
            awaitShown(favourites, gained(first.product(), 1));
            probe.takeAll(favourites.parked());

            recorder.say(events);
            awaitShown(favourites, gained(good.product(), 1));

            await("nothing is left").until(() -> probe.waiting(favourites.queue()) == 0);
            assertThat(probe.takeAll(favourites.parked()))
                    .hasSize(poison)
                    .extracting(GetResponse::getProps)
                    .allSatisfy(properties -> assertThat(
                                    properties.getHeaders().get("reason").toString())
                            .isNotBlank());
            assertThat(process.stop()).isZero();
        }
    }

    /** Two weeks of one product, the present week of another, and one that is deleted. */
    private static List<Message> events(Counts old, Counts fresh, Counts gone) {
        Instant now = Instant.now();
        Instant lastWeek = now.minus(Counts.WEEK);
        return List.of(
                old.count(lastWeek.minus(Counts.WEEK), 5, 5, 0),
                old.count(lastWeek.minusMillis(2), 8, 3, 0),
                old.count(lastWeek.minusMillis(1), 10, 2, 0),
                old.count(now.minusMillis(3), 12, 2, 0),
                old.count(now.minusMillis(2), 11, 0, 1),
                old.count(now.minusMillis(1), 15, 4, 0),
                fresh.count(now.minusMillis(2), 7, 2, 0),
                fresh.count(now.minusMillis(1), 9, 3, 1),
                gone.count(now.minusMillis(2), 3, 3, 0),
                gone.deletion(now.minusMillis(1)));
    }

    /** The last one who likes it. */
    private Visitor like(long product, int times) {
        Visitor visitor = null;
        for (int i = 0; i < times; i++) {
            visitor = rest.newVisitor();
            assertThat(visitor.like(product).status()).isEqualTo(200);
        }
        return visitor;
    }

    private static String gained(long product, int likes) {
        return String.format(Locale.ROOT, "product %d: +%d, %d likes", product, likes, likes);
    }

    private static void awaitShown(Favourites favourites, String... lines) {
        await(String.join("; ", lines)).until(() -> favourites.shown().containsAll(List.of(lines)));
        assertThat(favourites.shown()).containsSubsequence(lines);
    }
}
