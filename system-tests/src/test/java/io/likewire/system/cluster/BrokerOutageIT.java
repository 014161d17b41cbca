package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestBroker;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a broker everything goes on but the projected counts, and they follow when it is back. */
@Tag("full")
class BrokerOutageIT {
    private final Stage stage = Stage.whole();
    private final TestBroker broker = stage.broker();
    private final Cluster cluster = stage.cluster();
    private final Rest rest = cluster.rest();
    private long fresh;

    @BeforeEach
    void startWithoutTheBroker() {
        broker.kill();
        cluster.restart();
        cluster.awaitAnswers();
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
