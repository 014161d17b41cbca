package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** R12: more likes come than can be taken. The rest is told so at once, and what is taken stays as much as it was. */
class OverloadIT {
    private static final Logger LOG = LoggerFactory.getLogger(OverloadIT.class);
    private static final Duration STEP = Duration.ofSeconds(Soak.choose(3, 20));
    private static final Duration WARM_UP = Duration.ofSeconds(Soak.choose(4, 20));
    private static final double MORE_THAN_ENOUGH = 4_000;
    private static final int VISITORS = 400;
    private static Cluster cluster;

    private final Rest rest = cluster.rest();
    private final long product = rest.create("Apple");

    @BeforeAll
    static void start() {
        cluster = Cluster.on(TestServers.brokers().get(0));
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    @Test
    void whatIsTooMuchIsRefusedFastAndTheRestIsServed() throws InterruptedException {
        List<String> visitors = visitors();
        try (OpenLoop load = new OpenLoop(cluster.gateway(), product, visitors)) {
            double capacity = capacity(load);
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
            if (Soak.isOn()) {
                double peak = steps.stream().mapToDouble(Answers::goodput).max().orElseThrow();
                assertThat(steps.get(3).goodput()).isGreaterThanOrEqualTo(0.9 * peak);
            }
        }
        everybodyLikes(visitors);
        await("every visitor's like counted once").until(() -> rest.projectedLikes(product) == VISITORS);
        assertThat(cluster.likesDatabase().likers(product)).hasSize(VISITORS);
        assertThat(cluster.likesDatabase().count(product)).isEqualTo(VISITORS);
    }

    /** What it takes when more is offered, once it is warm. */
    private static double capacity(OpenLoop load) throws InterruptedException {
        LOG.info("warm-up: {}", load.offer(MORE_THAN_ENOUGH, WARM_UP));
        Answers answers = load.offer(MORE_THAN_ENOUGH, STEP);
        LOG.info("capacity: {}", answers);
        return answers.goodput();
    }

    private static void backToNormal(OpenLoop load, double capacity) {
        long begin = System.nanoTime();
        await("normal again").until(() -> load.offer(capacity / 4, Duration.ofSeconds(1))
                .statuses()
                .equals(Set.of(200)));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("normal again within {} ms", took.toMillis());
        if (Soak.isOn()) {
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    private List<String> visitors() {
        return Stream.generate(() ->
                        rest.post("/api/visitors", new JsonObject()).json().getString("token"))
                .limit(VISITORS)
                .toList();
    }

    private void everybodyLikes(List<String> tokens) {
        String path = "/api/products/" + product + "/like";
        tokens.forEach(token ->
                assertThat(rest.as(token).put(path, new JsonObject()).status()).isEqualTo(200));
    }

    private static long megabytes() {
        return Memory.resident(cluster.node(Service.GATEWAY).process().pid());
    }
}
