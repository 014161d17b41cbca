package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {
    private final AsyncApi file = AsyncApi.CURRENT;

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSampleIsReadAndPrintedBackByteForByte(EventType type) {
        Buffer sample = file.sample(type.wireName());

        Buffer printed = Samples.read(type, sample);

        assertThat(printed).hasToString(sample.toString()).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSchemaHasTheKeysOfItsSampleInTheirOrderAndRequiresThoseThatEveryReleaseTells(EventType type) {
        Map<String, Object> sample = file.sample(type.wireName()).toJsonObject().getMap();
        List<String> always = new ArrayList<>(sample.keySet());
        AsyncApi.released()
                .forEach(version -> always.retainAll(AsyncApi.in(version)
                        .sample(type.wireName())
                        .toJsonObject()
                        .fieldNames()));
        JsonObject schema = message(type).getJsonObject("payload");

        assertThat(schema.getJsonObject("properties").getMap().keySet()).containsExactlyElementsOf(sample.keySet());
        assertThat(schema.getJsonArray("required")).isEqualTo(new JsonArray(always));
        assertThat(schema.getString("$id")).isEqualTo("urn:likewire:events:" + type.wireName());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSampleSuitsItsSchemaAndIsTheExampleOfTheFile(EventType type) {
        JsonObject sample = file.sample(type.wireName()).toJsonObject();
        JsonObject example = message(type).getJsonArray("examples").getJsonObject(0);

        Samples.suits(sample, message(type).getJsonObject("payload"));
        Samples.suits(example.getJsonObject("headers"), message(type).getJsonObject("headers"));
        assertThat(example.getJsonObject("payload")).isEqualTo(sample);
    }

    @Test
    void idAndTimeOfACountAreMadeOfItsVersionAndProduct() {
        LikesEvent sample = LikesEvent.read(file.sample("product_likes_changed"));
        JsonObject headers = message(EventType.PRODUCT_LIKES_CHANGED)
                .getJsonArray("examples")
                .getJsonObject(0)
                .getJsonObject("headers");

        assertThat(sample.messageId()).hasToString(headers.getString("cloudEvents:id"));
        assertThat(sample.messageId().version()).isEqualTo(7);
        assertThat(sample.messageId().variant()).isEqualTo(2);
        assertThat(sample.time()).hasToString(headers.getString("cloudEvents:time"));
    }

    @Test
    void whatTheSchemaForbidsDoesNotSuitIt() {
        JsonObject schema = message(EventType.PRODUCT_LIKES_CHANGED).getJsonObject("payload");
        JsonObject negative =
                file.sample("product_likes_changed").toJsonObject().put("likes", -1);

        assertThatThrownBy(() -> Samples.suits(negative, schema)).isInstanceOf(AssertionError.class);
    }

    private JsonObject message(EventType type) {
        return file.messages().get(type.wireName());
    }
}
