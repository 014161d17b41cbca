package io.likewire.tutorial.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.likewire.tutorial.transfer.TransactedChannel.Queue;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class TransactedChannelIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Queue> QUEUES = List.of(new Queue("from", false), new Queue("to", true));
    private final Vertx vertx = Vertx.vertx();
    private AmqpProbe probe;
    private URI broker;

    @AfterEach
    void close() {
        probe.close();
        vertx.close().await();
    }

    @OnEveryBroker
    void whatIsTakenAndPutHappensTogether(TestBroker any) throws Exception {
        TransactedChannel line = open(any);

        int moved = line.transact(transaction -> move(transaction, 2)).await();

        assertThat(moved).isEqualTo(2);
        assertThat(probe.waiting("from")).isEqualTo(1);
        assertThat(probe.waiting("to")).isEqualTo(2);
    }

    @OnEveryBroker
    void whoDiesBeforeTheEndHasDoneNothing(TestBroker any) throws Exception {
        TransactedChannel line = open(any);

        assertThatThrownBy(() -> line.transact(transaction -> {
                            move(transaction, 3);
                            throw new IllegalStateException("killed here");
                        })
                        .await())
                .hasMessageContaining("killed here");

        await().atMost(PATIENCE).until(() -> probe.waiting("from") == 3);
        assertThat(probe.waiting("to")).isZero();
        await().atMost(PATIENCE).until(line::isConnected);
        assertThat(line.transact(transaction -> move(transaction, 9)).await()).isEqualTo(3);
    }

    @OnEveryBroker
    void whatIsOnlyLookedAtStaysInItsPlace(TestBroker any) throws Exception {
        TransactedChannel line = open(any);

        List<PlainMessage> seen =
                line.transact(transaction -> transaction.look("from", 2)).await();
        List<PlainMessage> taken =
                line.transact(transaction -> transaction.take("from", 9)).await();

        assertThat(seen).extracting(message -> message.body().toString()).containsExactly("0", "1");
        assertThat(taken).extracting(message -> message.body().toString()).containsExactly("0", "1", "2");
        assertThat(taken).extracting(PlainMessage::contentType).containsOnly("event");
    }

    @OnEveryBroker
    void theSecondOfANameStandsByUntilTheFirstHasGone(TestBroker any) throws Exception {
        TransactedChannel first = open(any);
        TransactedChannel second = new TransactedChannel(vertx, broker, "a line", QUEUES);
        second.start();

        first.transact(transaction -> move(transaction, 1)).await();
        assertThat(second.isConnected()).isFalse();
        assertThatThrownBy(() ->
                        second.transact(transaction -> move(transaction, 1)).await())
                .isNotNull();

        first.stop().await();
        await().atMost(PATIENCE).until(second::isConnected);
        assertThat(second.transact(transaction -> move(transaction, 9)).await()).isEqualTo(2);
    }

    private TransactedChannel open(TestBroker any) throws Exception {
        broker = any.freshUri();
        TransactedChannel line = new TransactedChannel(vertx, broker, "a line", QUEUES);
        line.start();
        await().atMost(PATIENCE).until(line::isConnected);
        probe = AmqpProbe.connect(broker);
        for (int i = 0; i < 3; i++) {
            probe.say("from", "event", Integer.toString(i));
        }
        return line;
    }

    private static int move(ChannelTransaction transaction, int most) throws IOException {
        List<PlainMessage> taken = transaction.take("from", most);
        for (PlainMessage message : taken) {
            transaction.put("to", message);
        }
        return taken.size();
    }
}
