package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a broker everything goes on but the projected counts, and they follow when it is back. */
@Tag("full")
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
    static void startWithoutTheBroker(TestBroker broker) {
        TestMySql mysql = TestServers.mysql();
        URI uri = broker.freshUri();
        broker.kill();
        cluster = Cluster.launch(mysql.freshDatabase("products"), mysql.freshDatabase("likes"), uri);
        cluster.awaitAnswers();
    }

    @AfterParameterizedClassInvocation
    static void close(TestBroker broker) {
        cluster.close();
        broker.restart();
    }

    @Test
    void brokerThatComesLateAndDiesLaterIsMissedByNobodyButTheProjectedCounts() {
        long apple = rest.create("Apple");
        everythingGoesOn(apple, 0);
        broker.restart();
        countsFollow(apple, 5);

        broker.kill();
        everythingGoesOn(apple, 5);
        broker.restart();
        countsFollow(apple, 10);
    }

    private void everythingGoesOn(long known, long likes) {
        try (LiveSocket socket =
                LiveSocket.open(cluster.gateway()).register("likes").watch(known)) {
            fresh = rest.create("Pear");
            JsonObject draft = new JsonObject().put("title", "Quince").put("image", "/quince.png");
            assertThat(rest.put("/api/products/" + known, draft).status()).isEqualTo(202);
            for (int i = 0; i < 5; i++) {
                assertThat(rest.newVisitor().like(known).status()).isEqualTo(200);
                assertThat(rest.newVisitor().like(fresh).status()).isEqualTo(200);
            }
            await("live counts").until(() -> socket.shownLikes(known) == likes + 5 && socket.shownLikes(fresh) == 5);
            assertThat(rest.product(known).getString("title")).isEqualTo("Quince");
            assertThat(rest.projectedLikes(known)).isEqualTo(likes);
        }
    }

    private void countsFollow(long known, long likes) {
        await("the counts follow").until(() -> rest.projectedLikes(known) == likes && rest.projectedLikes(fresh) == 5);
    }
}
