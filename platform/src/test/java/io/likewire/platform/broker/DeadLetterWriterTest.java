package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.AsyncApiFile;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterWriterTest {
    @Test
    void aParkedMessageGetsTheHeadersThatTheAsyncApiFileDescribes() {
        List<OutgoingMessage> sent = new ArrayList<>();
        Publisher publisher = messages -> {
            sent.addAll(messages);
            return Future.succeededFuture(new Publisher.Outcome(List.of(true), false));
        };
        Delivery delivery = new Delivery(
                new Envelope(1, false, BrokerNames.EXCHANGE, "likes.changed"),
                new BasicProperties(),
                Buffer.buffer("not JSON"));

        new DeadLetterWriter(publisher, BrokerNames.PRODUCTS_LIKE_EVENTS)
                .park(delivery, "It is not JSON")
                .await();

        assertThat(sent).singleElement().satisfies(message -> assertThat(
                        message.properties().getHeaders())
                .containsOnlyKeys(AsyncApiFile.at("components", "messages", "parked", "headers", "properties")
                        .fieldNames()));
    }
}
