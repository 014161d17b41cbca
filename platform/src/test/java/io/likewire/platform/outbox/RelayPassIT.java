package io.likewire.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayPassIT {
    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> batchSizes = new ArrayList<>();
    private Pool pool;
    private OutboxStore store;

    @BeforeEach
    void open() {
        Database database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("pass")));
        database.migrate("db/test").await();
        pool = database.pool("test", 2);
        store = new OutboxStore(database);
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aRowThatTheBrokerRefusesThreeTimesAloneIsPutAsideAndTheOthersArrive() {
        write("good", "poison", "fine");
        RelayPass pass = new RelayPass(store, this::refusePoison);

        for (int i = 0; i < 20 && rows("outbox") > 0; i++) {
            store.whileRelaying(pass::relay).await();
        }

        assertThat(rows("outbox")).isZero();
        assertThat(rows("outbox_parked")).isEqualTo(1);
        assertThat(batchSizes).startsWith(3, 3, 1);
    }

    @Test
    void aBrokerThatIsAwayRefusesNothing() {
        write("good", "poison");
        RelayPass pass = new RelayPass(store, messages -> outcome(messages, false, false));

        for (int i = 0; i < 10; i++) {
            store.whileRelaying(pass::relay).await();
        }

        assertThat(rows("outbox")).isEqualTo(2);
        assertThat(rows("outbox_parked")).isZero();
    }

    @Test
    void onlyConfirmedRowsAreDeleted() {
        write("first", "second");
        RelayPass pass = new RelayPass(
                store, messages -> Future.succeededFuture(new Publisher.Outcome(List.of(true, false), false)));

        RelayResult result = store.whileRelaying(pass::relay).await();

        assertThat(result.relayed()).isEqualTo(1);
        assertThat(result.left()).isTrue();
        assertThat(rows("outbox")).isEqualTo(1);
    }

    private Future<Publisher.Outcome> refusePoison(List<OutgoingMessage> messages) {
        batchSizes.add(messages.size());
        boolean poison =
                messages.stream().anyMatch(message -> message.body().toString().equals("poison"));
        return outcome(messages, !poison, poison);
    }

    private static Future<Publisher.Outcome> outcome(List<OutgoingMessage> messages, boolean all, boolean refused) {
        return Future.succeededFuture(new Publisher.Outcome(Collections.nCopies(messages.size(), all), refused));
    }

    private void write(String... payloads) {
        List<OutboxRow> rows = Stream.of(payloads)
                .map(payload -> OutboxRow.of(EventType.PRODUCT_CREATED, Buffer.buffer(payload), "/test", null))
                .toList();
        pool.withTransaction(transaction -> Outbox.write(transaction, rows)).await();
    }

    private long rows(String table) {
        return pool.query("SELECT COUNT(*) FROM " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await();
    }
}
