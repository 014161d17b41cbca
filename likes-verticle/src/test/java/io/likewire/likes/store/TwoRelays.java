package io.likewire.likes.store;

import static org.awaitility.Awaitility.await;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.platform.broker.BrokerPublisher;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.likewire.platform.outbox.OutboxRelay;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.LeastRights;
import io.likewire.servers.testing.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The relays of two nodes between one database and a broker, and what they have told. */
final class TwoRelays implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Vertx vertx = Vertx.vertx();
    private final URI broker = TestServers.broker().freshUri();
    private final AmqpProbe probe = AmqpProbe.connect(broker);
    private final List<OutboxRelay> relays = new CopyOnWriteArrayList<>();
    private final List<BrokerPublisher> publishers = new CopyOnWriteArrayList<>();
    private final List<LikesEvent> told = new ArrayList<>();
    private final LeastRights rights = LeastRights.in("announced");
    private final Database relaysOwn = new Database(vertx, rights.service(), rights.migrations());
    private final Database database = new Database(vertx, rights.migrations());
    private final Pool pool = database.pool("test", 2);
    private final Pool administrator = new Database(
                    vertx, URI.create(TestServers.mysql().freshDatabase("administrator")))
            .pool("administrator", 1);

    TwoRelays() {
        relaysOwn.migrate("db/likes").await();
    }

    SqlLikes store() {
        return new SqlLikes(database.single("batches"), pool);
    }

    Pool pool() {
        return pool;
    }

    /** @param around between a relay and its publisher */
    void start(UnaryOperator<Publisher> around) {
        for (int i = 0; i < 2; i++) {
            vertx.runOnContext(start -> {
                OutboxRelay[] relay = new OutboxRelay[1];
                BrokerPublisher publisher = new BrokerPublisher(vertx, broker, "likes", () -> relay[0].brokerIsBack());
                Publisher wrapped = around.apply(publisher);
                relay[0] = new OutboxRelay(
                        vertx, relaysOwn, wrapped, new AnnouncementRelay(wrapped), new SimpleMeterRegistry(), "likes");
                relays.add(relay[0]);
                publisher.start();
                publishers.add(publisher);
            });
        }
        // before that there may be no queue to look into
        await().atMost(PATIENCE)
                .until(() ->
                        publishers.stream().filter(BrokerPublisher::isConnected).count() == 2);
    }

    void wake() {
        vertx.runOnContext(committed -> relays.forEach(OutboxRelay::wake));
    }

    void awaitTold(int likes) {
        await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> take().stream()
                .anyMatch(event -> event.likes() == likes));
    }

    void awaitNothingIn(String table) {
        await().atMost(PATIENCE)
                .until(() ->
                        pool.query("SELECT 1 FROM " + table).execute().await().size() == 0);
    }

    List<LikesEvent> take() throws Exception {
        probe.takeAll(BrokerNames.PRODUCTS_LIKE_EVENTS)
                .forEach(message -> told.add(LikesEvent.read(Buffer.buffer(message.getBody()))));
        return told;
    }

    List<LikesEvent> told() {
        return told;
    }

    /** Ends the sessions of both. */
    Future<Void> killSessions() {
        String user = rights.service().getUserInfo().split(":", 2)[0];
        return administrator
                .preparedQuery("SELECT id FROM information_schema.processlist WHERE user = ?")
                .execute(Tuple.of(user))
                .compose(rows -> {
                    List<Future<?>> killed = new ArrayList<>();
                    for (Row row : rows) {
                        killed.add(administrator.query("KILL " + row.getLong(0)).execute());
                    }
                    return Future.join(killed).mapEmpty();
                });
    }

    @Override
    public void close() {
        probe.close();
        vertx.close().await();
    }
}
