package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.Thrown;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

class ReconnectorIT {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    /** Each try has a connection of its own, and none of them stays. */
    @OnEveryBroker
    void whateverTheBeginningThrowsItIsTriedAgain(TestBroker any) {
        List<BrokerConnection> born = new CopyOnWriteArrayList<>();
        List<Thrown> troubles = List.of(Thrown.values());
        Reconnector loop = new Reconnector(vertx, any.freshUri(), "a troubled one") {
            @Override
            protected Future<Void> setUp(BrokerConnection fresh) {
                born.add(fresh);
                return born.size() <= troubles.size()
                        ? troubles.get(born.size() - 1).now()
                        : Future.succeededFuture();
            }
        };

        loop.start();

        await().atMost(Duration.ofSeconds(60)).until(loop::isConnected);
        assertThat(born).filteredOn(BrokerConnection::isAlive).hasSize(1);
        loop.stop().await();
    }
}
