package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a broker everything goes on but the projected counts, and they follow when it is back. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("brokers")
class BrokerOutageIT {
    private static Cluster cluster;

    @Parameter
    private TestBroker broker;

    private final Rest rest = cluster.rest();
    private long fresh;

    static List<TestBroker> brokers() {
        return TestServers.brokers().stream().filter(TestBroker::isOurs).toList();
    }

    @BeforeParameterizedClassInvocation
    static void start(TestBroker broker) {
        cluster = Cluster.on(broker);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        cluster.close();
    }

    @Test
    void brokerThatDiesIsMissedByNobodyButTheProjectedCounts() {
        long known = productWithOneLike();
        broker.kill();
        try {
            everythingGoesOn(known);
        } finally {
            broker.restart();
        }
        countsFollow(known);
    }

    @Test
    void servicesStartWithoutABroker() {
        long known = productWithOneLike();
        broker.kill();
        try {
            cluster.restart();
            cluster.awaitAnswers();
            everythingGoesOn(known);
        } finally {
            broker.restart();
        }
        countsFollow(known);
    }

    private long productWithOneLike() {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);
        await("the like").until(() -> rest.projectedLikes(id) == 1);
        return id;
    }

    private void everythingGoesOn(long known) {
        try (LiveSocket socket =
                LiveSocket.open(cluster.gateway()).register("likes").watch(known)) {
            fresh = rest.create("Pear");
            JsonObject draft = new JsonObject().put("title", "Quince").put("image", "/quince.png");
            assertThat(rest.put("/api/products/" + known, draft).status()).isEqualTo(202);
            for (int i = 0; i < 5; i++) {
                assertThat(rest.newVisitor().like(known).status()).isEqualTo(200);
                assertThat(rest.newVisitor().like(fresh).status()).isEqualTo(200);
            }
            await("live counts").until(() -> socket.shownLikes(known) == 6 && socket.shownLikes(fresh) == 5);
            assertThat(rest.product(known).getString("title")).isEqualTo("Quince");
            assertThat(rest.projectedLikes(known)).isEqualTo(1);
        }
    }

    private void countsFollow(long known) {
        await("the counts follow").until(() -> rest.projectedLikes(known) == 6 && rest.projectedLikes(fresh) == 5);
    }
}
