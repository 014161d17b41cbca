package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {
    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSampleIsReadAndPrintedBackByteForByte(EventType type) throws IOException {
        Buffer sample = file("samples", type);

        Buffer printed = type == EventType.PRODUCT_LIKES_CHANGED
                ? LikesFact.read(sample).print()
                : ProductFact.read(type, sample).print();

        assertThat(printed).hasToString(sample.toString()).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSchemaRequiresTheKeysOfItsSampleInTheirOrder(EventType type) throws IOException {
        Map<String, Object> sample = file("samples", type).toJsonObject().getMap();
        JsonObject schema = file("schemas", type).toJsonObject();

        assertThat(schema.getJsonObject("properties").getMap().keySet()).containsExactlyElementsOf(sample.keySet());
        assertThat(schema.getJsonArray("required")).isEqualTo(new JsonArray(List.copyOf(sample.keySet())));
        assertThat(schema.getString("$id")).isEqualTo("urn:likewire:events:" + type.wireName());
    }

    private static Buffer file(String folder, EventType type) throws IOException {
        String path = "/events/%s/%s.json".formatted(folder, type.wireName());
        try (InputStream in = SamplesTest.class.getResourceAsStream(path)) {
            return Buffer.buffer(in.readAllBytes());
        }
    }
}
