package io.likewire.system.compose;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Visitor;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Compose file and the images, brought up for real: {@code -Pcompose}. From one node of each service to two. */
@Tag("compose")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final List<String> SERVICES = List.of("products", "likes", "auth", "gateway");
    private static final Logger LOG = LoggerFactory.getLogger(ComposeIT.class);
    private static Engine engine;
    private static Stack stack;

    @BeforeAll
    static void up() {
        engine = Engine.ready();
        stack = Stack.in(engine).up();
    }

    @AfterAll
    static void downLeavesNothing() {
        try {
            if (stack != null) {
                stack.close();
                await("nothing left").until(() -> stack.remains().isBlank());
            }
        } finally {
            if (engine != null) {
                engine.close();
            }
        }
    }

    @Test
    @Order(1)
    void oneCommandLeadsToTheFirstLikeSeenLive() {
        long product = stack.admin().create("Lemonade");
        try (LiveSocket page = LiveSocket.open(stack.published("gateway", 8080))) {
            page.watch(product);
            assertThat(stack.visitors().newVisitor().like(product).status()).isEqualTo(200);
            await("the count").until(() -> seen(page, product) == 1);
        }
    }

    @Test
    @Order(2)
    void withoutObservabilityNothingIsMissed() {
        assertThat(SERVICES).allSatisfy(service -> assertThat(stack.log(service))
                .contains(service + " is up")
                .doesNotContain("\"level\":\"ERROR\"", "jaeger", "4318"));
    }

    @Test
    @Order(3)
    void aProcessThatIsKilledComesBackByItselfAndNoLikeIsLost() {
        long product = stack.admin().create("Espresso");
        Rest rest = stack.visitors();
        rest.newVisitor().like(product);
        stack.compose("exec", "likes", "sh", "-c", "kill -9 $(cat /proc/1/task/1/children)");
        Visitor next = rest.newVisitor();
        // What nobody answered may have been done: the same one says the same again.
        await("another like")
                .until(() -> next.rest()
                                .send("PUT", "/api/products/" + product + "/like", null)
                                .status()
                        == 200);
        await("the count").until(() -> rest.projectedLikes(product) == 2);
    }

    @Test
    @Order(4)
    void prometheusReachesEveryNodeAndNobodyElseDoes() {
        stack.compose("up", "--detach", "--wait", "prometheus");
        Rest prometheus = Rest.at(stack.published("prometheus", 9090));
        await("all targets").untilAsserted(() -> {
            Reply targets = prometheus.get("/api/v1/query?query=up");
            assertThat(targets.json().getJsonObject("data").getJsonArray("result"))
                    .hasSize(SERVICES.size())
                    .allMatch(target -> "1"
                            .equals(((JsonObject) target).getJsonArray("value").getString(1)));
        });
        stack.compose("rm", "--stop", "--force", "prometheus");
    }

    @Test
    @Order(5)
    void oneServiceIsScaledByItsNumberAndBackAndNoLikeIsLost() {
        long product = stack.admin().create("Mocha");
        scaleLikes(2);
        assertThat(stack.compose("ps", "--quiet", "likes").lines()).hasSize(2);
        Stream<Visitor> visitors = Stream.generate(stack.visitors()::newVisitor).limit(6);
        assertThat(visitors.map(visitor -> visitor.like(product).status())).containsOnly(200);

        scaleLikes(1);
        await("another like")
                .until(() -> stack.visitors().newVisitor().like(product).status() == 200);
        await("the count").until(() -> stack.visitors().projectedLikes(product) >= 7);
    }

    @Test
    @Order(6)
    void withTwoNodesOfEachARollingRestartCostsNoRequest() {
        stack.compose("--profile", "scale", "up", "--detach", "--wait");
        URI balancer = stack.published("balancer", 8080);
        long product = stack.admin().create("Lemon");
        try (LiveSocket page = LiveSocket.open(balancer)) {
            page.watch(product);
            await("a count through the balancer").until(() -> seen(page, product) == 0);
        }
        Regulars regulars = Regulars.come(Rest.at(balancer), product);
        try (regulars) {
            regulars.settle();
            for (String service : SERVICES) {
                restart(service, regulars);
                restart(service + "-2", regulars);
            }
        }
        assertThat(regulars.failures()).isEmpty();
        Rest rest = Rest.at(balancer);
        await("the count").until(() -> rest.projectedLikes(product) == regulars.fans());
    }

    private static void scaleLikes(int nodes) {
        stack.compose("up", "--detach", "--wait", "--no-recreate", "--scale", "likes=" + nodes);
    }

    private static void restart(String service, Regulars regulars) {
        int before = regulars.good();
        LOG.info("{} restarts; {} good answers, failures {}", service, before, regulars.failures());
        stack.compose("--profile", "scale", "restart", service);
        stack.compose("--profile", "scale", "up", "--detach", "--wait", "--no-recreate");
        await("answers").until(() -> regulars.good() > before + 20);
    }

    private static long seen(LiveSocket page, long product) {
        List<JsonObject> counts = page.counts(product);
        return counts.isEmpty() ? -1 : counts.get(counts.size() - 1).getLong("likes");
    }
}
