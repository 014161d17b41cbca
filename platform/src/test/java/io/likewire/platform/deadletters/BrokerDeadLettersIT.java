package io.likewire.platform.deadletters;

import static io.likewire.contracts.operations.DeadLetterQueueName.PARKED;
import static io.likewire.contracts.operations.DeadLetterQueueName.UNROUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.broker.BrokerPublisher;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.QueueConsumer;
import io.likewire.platform.broker.QueueHandlers;
import io.likewire.platform.broker.Verdict;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;

class BrokerDeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Call CALL = Call.command(PATIENCE);
    private static final String QUEUE = BrokerNames.PRODUCTS_LIKE_EVENTS;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> applied = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fixed = new AtomicBoolean();
    private volatile BrokerPublisher publisher;
    private volatile QueueConsumer consumer;
    private BrokerDeadLetters deadLetters;
    private AmqpProbe probe;

    @AfterEach
    void close() {
        probe.close();
        vertx.close().await();
    }

    @OnEveryBroker
    void parkedMessagesAreShownAndStayWhereTheyAre(TestBroker broker) throws Exception {
        start(broker);
        park("one", "two");

        JsonObject list = deadLetters.list(PARKED, 50, CALL).await();
        assertThat(list.getLong("messages")).isEqualTo(2);
        JsonObject shown = list.getJsonArray("shown").getJsonObject(0);
        assertThat(shown.getString("reason")).isEqualTo("not yet understood");
        assertThat(shown.getString("queue")).isEqualTo(QUEUE);
        assertThat(shown.getString("routingKey")).isEqualTo("likes.changed");
        assertThat(shown.getString("body")).isIn("one", "two");
        assertThat(shown.getString("parkedAt")).isNotBlank();
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 2);
    }

    @OnEveryBroker
    void afterAFixTheReplayEmptiesTheLot(TestBroker broker) throws Exception {
        start(broker);
        park("one", "two", "three");
        fixed.set(true);

        assertThat(deadLetters.replay(PARKED, null, CALL).await().getInteger("replayed"))
                .isEqualTo(3);

        await().atMost(PATIENCE).until(() -> applied.containsAll(List.of("one", "two", "three")));
        assertThat(deadLetters.list(PARKED, 50, CALL).await().getLong("messages"))
                .isZero();
    }

    @OnEveryBroker
    void withoutAFixTheReplayIsParkedAgain(TestBroker broker) throws Exception {
        start(broker);
        park("one");

        deadLetters.replay(PARKED, null, CALL).await();

        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 1);
        assertThat(deadLetters
                        .list(PARKED, 1, CALL)
                        .await()
                        .getJsonArray("shown")
                        .getJsonObject(0)
                        .getString("reason"))
                .isEqualTo("not yet understood");
    }

    @OnEveryBroker
    void oneMessageIsReplayedOrDroppedAndTheOthersStay(TestBroker broker) throws Exception {
        start(broker);
        park("one", "two", "three");
        fixed.set(true);
        JsonObject first =
                deadLetters.list(PARKED, 3, CALL).await().getJsonArray("shown").getJsonObject(0);

        assertThat(deadLetters
                        .replay(PARKED, first.getString("id"), CALL)
                        .await()
                        .getInteger("replayed"))
                .isOne();
        await().atMost(PATIENCE).until(() -> applied.contains(first.getString("body")));
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 2);
        JsonObject second =
                deadLetters.list(PARKED, 3, CALL).await().getJsonArray("shown").getJsonObject(0);
        assertThat(deadLetters
                        .drop(PARKED, second.getString("id"), CALL)
                        .await()
                        .getInteger("dropped"))
                .isOne();

        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 1);
        assertThat(applied).containsExactly(first.getString("body"));
    }

    @OnEveryBroker
    void whatNoQueueWantedGoesToTheExchangeAgain(TestBroker broker) throws Exception {
        fixed.set(true);
        start(broker);
        probe.unbind(QUEUE, BrokerNames.EXCHANGE, "likes.changed");
        publish("lost");
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.UNROUTED) == 1);
        await().atMost(PATIENCE).until(() -> {
            deadLetters.replay(UNROUTED, null, CALL).await();
            return applied.contains("lost");
        });

        assertThat(deadLetters.list(UNROUTED, 1, CALL).await().getLong("messages"))
                .isZero();
    }

    @OnEveryBroker
    void aParkedMessageOfUnknownOriginIsLeftAlone(TestBroker broker) throws Exception {
        start(broker);
        probe.publish("", BrokerNames.PARKED, "any", "stray".getBytes(StandardCharsets.UTF_8));

        assertThat(deadLetters.replay(PARKED, null, CALL).await().getInteger("replayed"))
                .isZero();
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 1);
    }

    private void start(TestBroker broker) {
        URI uri = broker.freshUri();
        deadLetters = new BrokerDeadLetters(vertx, uri);
        QueueHandlers.serve(vertx, QUEUE, this::apply);
        vertx.runOnContext(start -> {
            publisher = new BrokerPublisher(vertx, uri, "test", () -> {});
            consumer = new QueueConsumer(vertx, uri, QUEUE, publisher);
            publisher.start();
            consumer.start();
        });
        probe = AmqpProbe.connect(uri);
        await().atMost(PATIENCE).until(() -> consumer != null && consumer.isConnected() && publisher.isConnected());
    }

    private void park(String... bodies) throws Exception {
        publish(bodies);
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == bodies.length);
    }

    private void publish(String... bodies) throws Exception {
        for (String body : bodies) {
            probe.publish(BrokerNames.EXCHANGE, "likes.changed", "any", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Future<List<Verdict>> apply(List<Delivery> deliveries) {
        return Future.succeededFuture(deliveries.stream().map(this::applyOne).toList());
    }

    private Verdict applyOne(Delivery delivery) {
        if (!fixed.get()) {
            return Verdict.poison("not yet understood");
        }
        applied.add(delivery.body().toString());
        return Verdict.APPLIED;
    }
}
