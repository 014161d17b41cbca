package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Parked;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Wired;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R7, R8, R13: a reader that can't, that dies, or that is slow, with a full queue before it. */
@Tag("full")
class InfrastructureIsNotPoisonIT {
    private static final String QUEUE = "products.like-events";
    private static final int PRODUCTS = 30;

    /** More than the twenty after which RabbitMQ 4 drops a message, unless told otherwise. */
    private static final int MANY = Soak.choose(25, 60);

    private static final int HELD = 100;
    private final Wired wired = Wired.shared();
    private final Cluster cluster = wired.cluster();
    private final Rest rest = cluster.rest();
    private final Parked parked = Parked.at(cluster.node(Service.PRODUCTS));

    @AfterEach
    void heal() {
        wired.productsWire().heal();
        wired.brokerWire().heal();
    }

    @Test
    void withoutADatabaseNothingIsParkedAndEverythingIsAppliedAfterwards() {
        List<Long> products = products();
        long before = parked.number();
        wired.productsWire().cut();
        likeAll(products);
        await("every event is at the broker")
                .until(() -> cluster.likesDatabase().outbox() == 0);
        int refused = wired.productsWire().refused();
        await("it is tried again and again").until(() -> wired.productsWire().refused() > refused + MANY);

        wired.productsWire().heal();

        allAre(products, 1);
        assertThat(parked.number()).isEqualTo(before);
    }

    @Test
    void readerThatDiesManyTimesWithItsMessagesInHandLosesNone() {
        List<Long> products = products();
        long before = parked.number();
        wired.brokerWire().cut();
        likeAll(products);
        wired.productsWire().cut();
        wired.brokerWire().heal();
        await("every event is at the broker")
                .until(() -> cluster.likesDatabase().outbox() == 0);
        wired.brokerWire().cut();
        for (int death = 0; death < MANY; death++) {
            try (AmqpProbe reader = AmqpProbe.connect(wired.brokerTarget())) {
                await("messages in hand").until(() -> reader.hold(QUEUE, HELD) > 0);
            }
        }

        wired.brokerWire().heal();
        wired.productsWire().heal();

        allAre(products, 1);
        assertThat(parked.number()).isEqualTo(before);
    }

    @Test
    void slowReaderSlowsNobodyAndItsQueueShowsInAMetricUntilItHasCaughtUp() {
        List<Long> products = products();
        Duration usual = likeAll(products);
        allAre(products, 1);

        wired.productsWire().delay(Duration.ofMillis(700));
        Duration meanwhile = likeAll(products).plus(likeAll(products));
        await("the lag shows").until(() -> lag() > 0 || likeAll(products).isNegative());
        long likes = cluster.likesDatabase().rows(products.get(0));

        wired.productsWire().heal();
        allAre(products, likes);
        await("the lag is gone").until(() -> lag() == 0);
        if (Soak.isOn()) {
            assertThat(meanwhile.dividedBy(2)).isLessThan(usual.multipliedBy(2));
        }
    }

    private double lag() {
        return cluster.node(Service.PRODUCTS).metric("likewire_queue_messages", "\"" + QUEUE + "\"");
    }

    private List<Long> products() {
        List<Long> products = LongStream.range(0, PRODUCTS)
                .map(n -> rest.create("Apple " + n))
                .boxed()
                .toList();
        await("likes-verticle knows them").until(() -> products.stream()
                .allMatch(id -> cluster.likesDatabase().count(id) >= 0));
        return products;
    }

    private Duration likeAll(List<Long> products) {
        long start = System.nanoTime();
        products.forEach(id -> assertThat(rest.newVisitor().like(id).status()).isEqualTo(200));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void allAre(List<Long> products, long likes) {
        await("every count").ignoreExceptions().until(() -> products.stream()
                .allMatch(id -> rest.projectedLikes(id) == likes));
    }
}
