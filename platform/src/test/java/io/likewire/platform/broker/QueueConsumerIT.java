package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;

class QueueConsumerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String QUEUE = BrokerNames.PRODUCTS_LIKE_EVENTS;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> applied = new CopyOnWriteArrayList<>();
    private final AtomicBoolean outage = new AtomicBoolean();
    private final AtomicInteger triesInOutage = new AtomicInteger();
    private BrokerPublisher publisher;
    private QueueConsumer consumer;
    private AmqpProbe probe;

    @AfterEach
    void close() {
        if (probe != null) {
            probe.close();
        }
        vertx.close().await();
    }

    @OnEveryBroker
    void whatIsAppliedIsGoneFromTheQueueEvenForTheNextConsumer(TestBroker broker) throws Exception {
        start(broker.freshUri(), this::apply);
        for (int i = 0; i < 600; i++) {
            probe.publish(BrokerNames.EXCHANGE, "likes.changed", "any", ("m" + i).getBytes(StandardCharsets.UTF_8));
        }
        await().atMost(PATIENCE).until(() -> applied.size() == 600);

        consumer.stop().await();

        assertThat(applied).doesNotHaveDuplicates();
        await().atMost(PATIENCE).until(() -> probe.waiting(QUEUE) == 0);
    }

    @OnEveryBroker
    void poisonIsParkedWithItsReasonAndTheNextGoodMessageIsApplied(TestBroker broker) throws Exception {
        start(broker.freshUri(), this::apply);
        publish("good-1", "poison", "good-2");

        await().atMost(PATIENCE).until(() -> applied.contains("good-2") && probe.waiting(BrokerNames.PARKED) == 1);

        GetResponse parked = probe.take(BrokerNames.PARKED);
        assertThat(new String(parked.getBody(), StandardCharsets.UTF_8)).isEqualTo("poison");
        assertThat(parked.getProps().getType()).isEqualTo("any");
        assertThat(parked.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(parked.getProps().getHeaders().get("likewire-reason")).hasToString("it is poison");
        assertThat(parked.getProps().getHeaders().get("likewire-queue")).hasToString(QUEUE);
        assertThat(parked.getProps().getHeaders().get("likewire-routing-key")).hasToString("likes.changed");
        assertThat(applied).containsExactly("good-1", "good-2");
    }

    @OnEveryBroker
    void whatFailsForAnUnknownReasonIsIsolatedTriedFiveTimesAndParked(TestBroker broker) throws Exception {
        start(broker.freshUri(), this::apply);
        publish("good-1", "strange", "good-2");

        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 1);

        await().atMost(PATIENCE).until(() -> applied.containsAll(List.of("good-1", "good-2")));
        assertThat(probe.take(BrokerNames.PARKED).getProps().getHeaders().get("likewire-reason"))
                .hasToString("failed 5 times: something strange");
    }

    @OnEveryBroker
    void anOutageParksNothingAndEverythingIsAppliedAfterIt(TestBroker broker) throws Exception {
        outage.set(true);
        start(broker.freshUri(), this::apply);
        publish("good-1", "good-2");
        await().atMost(PATIENCE).until(() -> triesInOutage.get() > 2);

        outage.set(false);

        await().atMost(PATIENCE).until(() -> applied.containsAll(List.of("good-1", "good-2")));
        assertThat(probe.waiting(BrokerNames.PARKED)).isZero();
    }

    @Tag("full")
    @OnEveryBroker
    void afterTheBrokerWasKilledConsumptionGoesOn(TestBroker broker) throws Exception {
        Assumptions.assumeTrue(broker.isOurs(), "the given broker can't be killed");
        URI uri = broker.freshUri();
        start(uri, this::apply);
        publish("before");
        await().atMost(PATIENCE).until(() -> applied.contains("before"));

        broker.kill();
        broker.restart();
        probe = AmqpProbe.connect(uri);
        publish("after");

        await().atMost(PATIENCE).until(() -> applied.contains("after"));
    }

    private void start(URI uri, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        QueueHandlers.serve(vertx, QUEUE, handler);
        vertx.runOnContext(start -> {
            publisher = new BrokerPublisher(vertx, uri, "test", () -> {});
            consumer = new QueueConsumer(vertx, uri, QUEUE, publisher);
            publisher.start();
            consumer.start();
        });
        probe = AmqpProbe.connect(uri);
        await().atMost(PATIENCE).until(() -> consumer != null && consumer.isConnected() && publisher.isConnected());
    }

    private void publish(String... bodies) throws Exception {
        for (String body : bodies) {
            probe.publish(BrokerNames.EXCHANGE, "likes.changed", "any", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Future<List<Verdict>> apply(List<Delivery> deliveries) {
        if (outage.get()) {
            triesInOutage.incrementAndGet();
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "the database is away"));
        }
        if (deliveries.stream().anyMatch(delivery -> delivery.body().toString().equals("strange"))) {
            return Future.failedFuture(new IllegalStateException("something strange"));
        }
        return Future.succeededFuture(deliveries.stream().map(this::applyOne).toList());
    }

    private Verdict applyOne(Delivery delivery) {
        String body = delivery.body().toString();
        if (body.equals("poison")) {
            return Verdict.poison("it is poison");
        }
        applied.add(body);
        return Verdict.APPLIED;
    }
}
