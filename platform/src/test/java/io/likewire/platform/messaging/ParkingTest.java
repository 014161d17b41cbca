package io.likewire.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import io.likewire.contracts.events.Names;
import io.likewire.platform.AsyncApiFile;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkingTest {
    @Test
    void aParkedMessageGetsTheHeadersThatTheAsyncApiFileDescribes() {
        List<OutgoingMessage> sent = new ArrayList<>();
        Publisher publisher = messages -> {
            sent.addAll(messages);
            return Future.succeededFuture(new Publisher.Outcome(List.of(true), false));
        };
        Delivery delivery = new Delivery(
                new Envelope(1, false, Names.EXCHANGE, "likes.changed"),
                new BasicProperties(),
                Buffer.buffer("not JSON"));

        new Parking(publisher, Names.PRODUCTS_LIKE_EVENTS)
                .park(delivery, "It is not JSON")
                .await();

        assertThat(sent).singleElement().satisfies(message -> assertThat(
                        message.properties().getHeaders())
                .containsOnlyKeys(AsyncApiFile.at("components", "messages", "parked", "headers", "properties")
                        .fieldNames()));
    }
}
