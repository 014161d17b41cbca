package io.likewire.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.GetResponse;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.events.EventType;
import io.likewire.platform.Thrown;
import io.likewire.platform.broker.BrokerPublisher;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private final Vertx vertx = Vertx.vertx();
    private final List<Runnable> closers = new ArrayList<>();
    private Database database;
    private Pool pool;

    @AfterEach
    void close() {
        closers.forEach(Runnable::run);
        vertx.close().await();
    }

    @OnEveryBroker
    void aCommittedRowReachesItsQueueWithAllProperties(TestBroker broker) throws Exception {
        URI uri = broker.freshUri();
        openDatabase();
        relay(uri);
        OutboxRow row = write("{\"n\":1}").get(0);
        AmqpProbe probe = probe(uri);

        await().atMost(PATIENCE).until(() -> rows() == 0);
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PRODUCTS_LIKE_EVENTS) == 1);
        GetResponse message = probe.take(BrokerNames.PRODUCTS_LIKE_EVENTS);

        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).isEqualTo("{\"n\":1}");
        assertThat(message.getProps().getMessageId()).isEqualTo(row.eventId().toString());
        assertThat(message.getProps().getType()).isEqualTo("product_likes_changed");
        assertThat(message.getProps().getContentType()).isEqualTo("application/json");
        assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(message.getProps().getTimestamp().toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(message.getProps().getHeaders())
                .containsKeys("cloudEvents:specversion", "cloudEvents:source", "cloudEvents:time");
        await().atMost(PATIENCE).until(() -> rows() == 0);
    }

    @Tag("full")
    @OnEveryBroker
    void rowsWrittenWhileTheBrokerIsAwayArriveWhenItIsBack(TestBroker broker) throws Exception {
        assumeTrue(broker.isOurs(), "the given broker can't be killed");
        URI uri = broker.freshUri();
        openDatabase();
        relay(uri);
        write("{\"n\":0}");
        await().atMost(PATIENCE).until(() -> rows() == 0);

        broker.kill();
        IntStream.rangeClosed(1, 300).forEach(n -> write("{\"n\":" + n + "}"));
        broker.restart();

        await().atMost(PATIENCE).until(() -> rows() == 0);
        AmqpProbe probe = probe(uri);
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PRODUCTS_LIKE_EVENTS) >= 301);
        assertThat(probe.takeAll(BrokerNames.PRODUCTS_LIKE_EVENTS))
                .extracting(message -> new String(message.getBody(), StandardCharsets.UTF_8))
                .contains(IntStream.rangeClosed(0, 300)
                        .mapToObj(n -> "{\"n\":" + n + "}")
                        .toArray(String[]::new));
    }

    @OnEveryBroker
    void twoRelaysOfOneDatabaseBringEachRowOnce(TestBroker broker) throws Exception {
        URI uri = broker.freshUri();
        openDatabase();
        relay(uri);
        relay(uri);
        IntStream.range(0, 600).forEach(n -> write("{\"n\":" + n + "}"));

        await().atMost(PATIENCE).until(() -> rows() == 0);
        AmqpProbe probe = probe(uri);
        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PRODUCTS_LIKE_EVENTS) == 600);
    }

    @OnEveryBroker
    void aEventThatNoQueueWantsIsKept(TestBroker broker) throws Exception {
        URI uri = broker.freshUri();
        openDatabase();
        relay(uri);
        write("{\"n\":0}");
        await().atMost(PATIENCE).until(() -> rows() == 0);
        AmqpProbe probe = probe(uri);
        probe.unbind(BrokerNames.PRODUCTS_LIKE_EVENTS, BrokerNames.EXCHANGE, "likes.changed");

        write("{\"n\":1}");

        await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.UNROUTED) == 1);
        assertThat(new String(probe.take(BrokerNames.UNROUTED).getBody(), StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":1}");
    }

    @Test
    void whateverIsThrownTheRowsAreRelayedInTheEnd() {
        openDatabase();
        write("{}");
        Iterator<Thrown> troubles = List.of(Thrown.values()).iterator();
        Publisher troubled = messages -> troubles.hasNext()
                ? troubles.next().now()
                : Future.succeededFuture(new Publisher.Outcome(List.of(true), false));
        vertx.runOnContext(start ->
                new OutboxRelay(vertx, database, troubled, RelaySource.NONE, new SimpleMeterRegistry(), "test").wake());

        await().atMost(PATIENCE).until(() -> rows() == 0);
        assertThat(troubles).isExhausted();
    }

    private void openDatabase() {
        database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("relay")));
        database.migrate("db/test").await();
        pool = database.pool("test", 4);
    }

    private void relay(URI uri) {
        OutboxRelay[] relay = new OutboxRelay[1];
        vertx.runOnContext(start -> {
            BrokerPublisher publisher = new BrokerPublisher(vertx, uri, "test", () -> relay[0].brokerIsBack());
            relay[0] = new OutboxRelay(vertx, database, publisher, RelaySource.NONE, new SimpleMeterRegistry(), "test");
            publisher.start();
            relay[0].wake();
        });
    }

    private List<OutboxRow> write(String... payloads) {
        List<OutboxRow> rows = List.of(payloads).stream()
                .map(payload ->
                        OutboxRow.of(EventType.PRODUCT_LIKES_CHANGED, Buffer.buffer(payload), "/likewire/test", null))
                .toList();
        pool.withTransaction(transaction -> Outbox.write(transaction, rows)).await();
        return rows;
    }

    private long rows() {
        Future<Long> count = pool.query("SELECT COUNT(*) FROM outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
        return count.await();
    }

    private AmqpProbe probe(URI uri) {
        AmqpProbe probe = AmqpProbe.connect(uri);
        closers.add(probe::close);
        return probe;
    }
}
