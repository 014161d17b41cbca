package io.likewire.contracts.events;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.BrokerLayout.Binding;
import io.likewire.contracts.events.BrokerLayout.Exchange;
import io.likewire.contracts.events.BrokerLayout.Queue;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI file says what the code declares, no more and no less. */
class AsyncApiTest {
    private final AsyncApi file = AsyncApi.CURRENT;

    @Test
    void everyEventHasAChannelWithItsRoutingKeyAndNoOtherChannelLeadsToTheExchange() {
        Map<String, Set<String>> told = channels("routingKey")
                .filter(channel -> amqp(channel)
                        .getJsonObject("exchange")
                        .getString("name")
                        .equals(BrokerNames.EXCHANGE))
                .collect(toMap(channel -> channel.getString("address"), AsyncApiTest::messages));

        assertThat(told)
                .isEqualTo(Arrays.stream(EventType.values())
                        .collect(toMap(EventType::routingKey, type -> Set.of(type.wireName()))));
    }

    @Test
    void exchangesAreThoseThatTheServicesDeclare() {
        Set<Exchange> described = channels("routingKey")
                .map(channel -> amqp(channel).getJsonObject("exchange"))
                .peek(exchange -> assertThat(exchange.getBoolean("durable")).isTrue())
                .map(exchange -> new Exchange(
                        exchange.getString("name"),
                        exchange.getString("type"),
                        exchange.getJsonObject("x-arguments", new JsonObject()).getMap()))
                .collect(Collectors.toSet());

        assertThat(described).isEqualTo(Set.copyOf(BrokerLayout.EXCHANGES));
    }

    @Test
    void queuesTheirArgumentsAndTheirBindingsAreThoseThatTheServicesDeclare() {
        assertThat(channels("queue").map(AsyncApiTest::queue))
                .containsExactlyInAnyOrderElementsOf(Stream.of(BrokerLayout.KEPT, BrokerLayout.CONSUMED)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void aQueueHoldsTheMessagesThatItsBindingsLetIn() {
        for (Queue queue : BrokerLayout.CONSUMED) {
            Set<String> keys =
                    queue.bindings().stream().map(Binding::routingKey).collect(Collectors.toSet());
            Set<String> bound = Arrays.stream(EventType.values())
                    .filter(type -> keys.contains(type.routingKey()))
                    .map(EventType::wireName)
                    .collect(Collectors.toSet());
            assertThat(channels("queue")
                            .filter(channel -> channel.getString("address").equals(queue.name())))
                    .allSatisfy(channel -> assertThat(messages(channel)).isEqualTo(bound));
        }
    }

    @Test
    void everyEventIsSentByOneOperationAndEveryQueueReadByOne() {
        assertThat(addresses("send"))
                .containsAll(addressesOf("routingKey").stream()
                        .filter(address -> !address.isEmpty())
                        .toList());
        assertThat(addresses("receive")).isEqualTo(addressesOf("queue"));
    }

    private Set<String> addresses(String action) {
        List<String> all = file.operations().values().stream()
                .filter(operation -> operation.getString("action").equals(action))
                .map(operation -> operation.getJsonObject("channel").getString("address"))
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    private Set<String> addressesOf(String kind) {
        return channels(kind)
                .map(channel -> channel.getString("address"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonObject> channels(String kind) {
        return file.channels().values().stream()
                .filter(channel -> amqp(channel).getString("is").equals(kind));
    }

    private static Queue queue(JsonObject channel) {
        JsonObject queue = amqp(channel).getJsonObject("queue");
        assertThat(queue.getString("name")).isEqualTo(channel.getString("address"));
        assertThat(queue.getBoolean("durable")).isTrue();
        List<Binding> bindings = channel.getJsonArray("x-bindings").stream()
                .map(JsonObject.class::cast)
                .map(binding -> new Binding(binding.getString("exchange"), binding.getString("routingKey")))
                .toList();
        return new Queue(
                queue.getString("name"), channel.getJsonObject("x-arguments").getMap(), bindings);
    }

    private static JsonObject amqp(JsonObject channel) {
        return channel.getJsonObject("bindings").getJsonObject("amqp");
    }

    private static Set<String> messages(JsonObject channel) {
        return channel.getJsonObject("messages").stream()
                .map(message -> ((JsonObject) message.getValue()).getString("name"))
                .collect(Collectors.toSet());
    }
}
