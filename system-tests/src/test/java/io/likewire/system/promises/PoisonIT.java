package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Parked;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R6: messages that nobody can ever apply, among good ones. */
@Tag("full")
class PoisonIT {
    private static final String EXCHANGE = "likewire.events";
    private static final String LIKES_CHANGED = "product_likes_changed";
    private static final int HUGE = 10 * 1024 * 1024;
    private static final List<String> BAD_COUNTS = List.of(
            "no JSON at all",
            "",
            "[]",
            "{}",
            "{\"productId\":\"seven\",\"likes\":1,\"version\":1}",
            "{\"productId\":7,\"likes\":1}",
            "{\"productId\":7,\"likes\":-1,\"version\":1}",
            "{\"productId\":-7,\"likes\":1,\"version\":1}",
            "{\"productId\":7,\"likes\":1,\"version\":9007199254740993}",
            "{\"productId\":1e99,\"likes\":1,\"version\":1}");
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();
    private final Parked parked = Parked.at(cluster.node(Service.PRODUCTS));
    private AmqpProbe probe;

    @BeforeEach
    void connect() {
        probe = AmqpProbe.connect(cluster.broker());
        parked.dropAll();
    }

    @AfterEach
    void disconnect() {
        parked.dropAll();
        probe.close();
    }

    @Test
    void everyGoodMessageIsAppliedAndEachBadOneIsParkedOnceWithItsReason() throws Exception {
        long product = rest.create("Apple");
        long connections = connections();
        for (String bad : BAD_COUNTS) {
            probe.publish(EXCHANGE, "likes.changed", LIKES_CHANGED, bad.getBytes(StandardCharsets.UTF_8));
            assertThat(rest.newVisitor().like(product).status()).isEqualTo(200);
        }
        probe.publish(EXCHANGE, "likes.changed", LIKES_CHANGED, huge());
        probe.publish(EXCHANGE, "likes.changed", "product_painted", "{}".getBytes(StandardCharsets.UTF_8));
        probe.publish(EXCHANGE, "product.created", "product_created", "{\"id\":0}".getBytes(StandardCharsets.UTF_8));

        int bad = BAD_COUNTS.size() + 3;
        await("every bad message is parked").until(() -> parked.number() == bad);
        await("every good message is applied").until(() -> rest.projectedLikes(product) == BAD_COUNTS.size());
        assertThat(parked.reasons()).hasSize(bad).doesNotContainNull().noneMatch(String::isBlank);
        assertThat(connections()).as("no consumer had to start anew").isEqualTo(connections);
    }

    @Test
    void theLotIsEmptiedByHandAndTellsWhatItHolds() throws Exception {
        probe.publish(EXCHANGE, "likes.changed", LIKES_CHANGED, "no JSON".getBytes(StandardCharsets.UTF_8));
        await("the message is parked").until(() -> parked.number() == 1);
        assertThat(parked.first().getString("queue")).isEqualTo("products.like-events");
        assertThat(parked.first().getString("body")).isEqualTo("no JSON");
        await("the metric").until(() -> waiting("likewire.parked") == 1);

        assertThat(parked.replay().getInteger("replayed")).isOne();
        await("what is still bad is parked again").until(() -> parked.number() == 1);
        assertThat(parked.dropAll().getInteger("dropped")).isOne();

        await("the metric").until(() -> waiting("likewire.parked") == 0);
    }

    private double waiting(String queue) {
        return cluster.node(Service.PRODUCTS).metric("likewire_queue_messages", "\"" + queue + "\"");
    }

    private long connections() {
        return cluster.nodes().stream()
                .map(Node::process)
                .mapToLong(process -> process.output()
                        .lines()
                        .filter(line -> line.contains("connected to the broker"))
                        .count())
                .sum();
    }

    private static byte[] huge() {
        byte[] body = new byte[HUGE];
        Arrays.fill(body, (byte) 'x');
        return body;
    }
}
