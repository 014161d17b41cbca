package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.load.Answers;
import io.likewire.system.rig.load.LikesInTurn;
import io.likewire.system.rig.load.OpenLoop;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** R12: more comes than can be done. The rest is told so, and what is done stays as much as it was. */
@Tag("full")
class OverloadIT {
    private static final Logger LOG = LoggerFactory.getLogger(OverloadIT.class);
    private static final Duration STEP = Duration.ofSeconds(Soak.choose(2, 20));
    private static final Duration WARM_UP = Duration.ofSeconds(Soak.choose(2, 20));
    private static final Duration SLOW_DATABASE = Duration.ofMillis(20);
    private static final Duration SLOW_LIKES = Duration.ofMillis(10);
    private static final double LITTLE = 4;
    private static final int VISITORS = 400;
    private static final double LEAST_SHARE = 0.9;
    private final Wired wired = Wired.shared();
    private final Rest rest = wired.cluster().rest();
    private final long product = rest.create("Apple");

    /** The database sets the pace, so that the figure doesn't depend on the machine. */
    @Test
    void readsOfASlowDatabaseStayAsManyAsTheyWereHoweverManyAreAskedFor() throws InterruptedException {
        RequestOptions read = new RequestOptions().setURI("/api/products/" + product);
        wired.productsWire().delay(SLOW_DATABASE);
        try (OpenLoop load = new OpenLoop(wired.cluster().gateway(), () -> new RequestOptions(read))) {
            staysNearItsPeak(overload(load, 1_000));
        } finally {
            wired.productsWire().heal();
        }
    }

    @Test
    void likesOfASlowDatabaseStayAsManyAsTheyWereAndEachIsCountedOnce() throws InterruptedException {
        List<String> visitors = visitors();
        wired.likesWire().delay(SLOW_LIKES);
        try (OpenLoop load = new OpenLoop(wired.cluster().gateway(), new LikesInTurn(List.of(product), visitors))) {
            staysNearItsPeak(overload(load, 4_000));
        } finally {
            wired.likesWire().heal();
        }
        everybodyLikes(visitors);
        await("every visitor's like").until(() -> rest.projectedLikes(product) == VISITORS);
        assertThat(wired.cluster().likesDatabase().likers(product)).hasSize(VISITORS);
        assertThat(wired.cluster().likesDatabase().count(product)).isEqualTo(VISITORS);
    }

    private static void staysNearItsPeak(List<Answers> steps) {
        double peak = steps.stream().mapToDouble(Answers::goodput).max().orElseThrow();
        if (Soak.isOn()) {
            assertThat(steps.get(steps.size() - 1).goodput()).isGreaterThanOrEqualTo(LEAST_SHARE * peak);
        }
    }

    /** At 1x, 2x, 5x and 10x of what is done when more than enough is offered. */
    private List<Answers> overload(OpenLoop load, double moreThanEnough) throws InterruptedException {
        LOG.info("warm-up: {}", load.offer(moreThanEnough, WARM_UP));
        double capacity = load.offer(moreThanEnough, STEP).goodput();
        List<Answers> steps = new ArrayList<>();
        for (double factor : List.of(1.0, 2.0, 5.0, 10.0)) {
            Answers answers = load.offer(factor * capacity, STEP);
            LOG.info("{}x of {}/s: {}; gateway {} MB", factor, (int) capacity, answers, megabytes());
            assertThat(answers.statuses()).as("definite answers").isSubsetOf(200, 503);
            assertThat(answers.unexplained()).as("without Retry-After").isZero();
            assertThat(answers.cut()).as("cut").isZero();
            assertThat(answers.goods()).isPositive();
            steps.add(answers);
        }
        backToNormal(load, capacity);
        return steps;
    }

    private static void backToNormal(OpenLoop load, double capacity) {
        long begin = System.nanoTime();
        await("normal again").until(() -> load.offer(Math.max(LITTLE, capacity / 4), Duration.ofSeconds(1))
                .statuses()
                .equals(Set.of(200)));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("normal again within {} ms", took.toMillis());
        if (Soak.isOn()) {
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    private List<String> visitors() {
        return Stream.generate(() -> rest.newVisitor().token()).limit(VISITORS).toList();
    }

    private void everybodyLikes(List<String> tokens) {
        String path = "/api/products/" + product + "/like";
        tokens.forEach(token ->
                assertThat(rest.as(token).put(path, new JsonObject()).status()).isEqualTo(200));
    }

    private long megabytes() {
        return Memory.resident(wired.cluster().node(Service.GATEWAY).process().pid());
    }
}
