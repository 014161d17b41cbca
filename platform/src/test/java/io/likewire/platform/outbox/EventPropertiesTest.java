package io.likewire.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.likewire.platform.AsyncApiFile;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties and headers of an event are those that the AsyncAPI file describes. */
class EventPropertiesTest {
    private static final UUID ID = UUID.fromString("01941f29-7c00-7000-8000-00000000000a");

    @ParameterizedTest
    @ValueSource(strings = {"productCreated", "productUpdated", "productDeleted", "productLikesChanged"})
    void headersAreThoseOfTheExample(String message) {
        JsonObject described = AsyncApiFile.at("components", "messages", message);
        JsonObject example = described.getJsonArray("examples").getJsonObject(0).getJsonObject("headers");
        String source = example.getString("cloudEvents:source");
        Instant time = Instant.parse(example.getString("cloudEvents:time"));
        UUID id = UUID.fromString(example.getString("cloudEvents:id"));

        BasicProperties properties = EventProperties.of(id, described.getString("name"), source, null, time);

        assertThat(properties.getHeaders()).isEqualTo(example.getMap());
        assertThat(properties.getMessageId()).isEqualTo(id.toString());
        assertThat(properties.getType()).isEqualTo(described.getString("name"));
    }

    @Test
    void noPropertyAndNoHeaderIsSetThatTheFileDoesNotName() {
        BasicProperties properties =
                EventProperties.of(ID, "product_created", "/likewire/products", "00-1-2-00", Instant.now());

        JsonObject headers = AsyncApiFile.at("components", "messageTraits", "event", "headers", "properties");
        assertThat(properties.getHeaders()).containsOnlyKeys(headers.fieldNames());
        assertThat(set(properties)).containsOnlyKeys(described().fieldNames());
        for (String name : List.of("content_type", "delivery_mode")) {
            assertThat(described().getJsonObject(name).getValue("const"))
                    .isEqualTo(set(properties).get(name));
        }
    }

    private static JsonObject described() {
        return AsyncApiFile.at("components", "messageTraits", "event", "x-amqp-properties", "properties");
    }

    private static Map<String, Object> set(BasicProperties properties) {
        assertThat(properties.getPriority()).isNull();
        assertThat(properties.getExpiration()).isNull();
        assertThat(properties.getCorrelationId()).isNull();
        return Map.of(
                "message_id", properties.getMessageId(),
                "type", properties.getType(),
                "content_type", properties.getContentType(),
                "delivery_mode", properties.getDeliveryMode(),
                "timestamp", properties.getTimestamp());
    }
}
