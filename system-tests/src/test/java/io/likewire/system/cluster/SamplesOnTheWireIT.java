package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.EventFiles;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.faults.Recorder;
import io.likewire.system.rig.faults.Recorder.Message;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs on the wire is what the contract shows, and what an older release put there is read. */
@Tag("full")
class SamplesOnTheWireIT {
    private static final AtomicLong FOREIGN_IDS = new AtomicLong(2_000_000_000L);

    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();

    static List<Path> versions() {
        return EventFiles.versions();
    }

    @Test
    void whatServicesTellIsTheSamplesButForIdsTimesAndCounts() throws Exception {
        EventFiles files = EventFiles.CURRENT;
        try (Recorder recorder = Recorder.on(cluster.broker())) {
            JsonObject first = files.sample("product_created").toJsonObject();
            long id = rest.post("/api/products", draft(first)).json().getLong("id");
            rest.put(
                    "/api/products/" + id, draft(files.sample("product_updated").toJsonObject()));
            await("likes-verticle knows it")
                    .until(() -> rest.newVisitor().like(id).status() == 200);
            Map<String, Message> told = new LinkedHashMap<>();
            await("the count is told").until(() -> collect(recorder, id, told).containsKey("product_likes_changed"));
            rest.delete("/api/products/" + id);
            await("all four").until(() -> collect(recorder, id, told).size() == 4);

            told.forEach((type, message) -> {
                assertThat(body(message))
                        .isEqualTo(
                                withNumbersOf(body(message), files.sample(type).toString()));
                assertThat(headers(message)).isEqualTo(withIdAndTimeOf(headers(message), files.exampleHeaders(type)));
                assertThat(message.properties().getMessageId())
                        .isEqualTo(headers(message).getString("cloudEvents:id"));
                assertThat(propertyNames(message.properties()))
                        .containsExactlyInAnyOrderElementsOf(files.propertyNames());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void servicesReadTheSamplesOf(Path version) throws Exception {
        EventFiles files = new EventFiles(version);
        long foreign = FOREIGN_IDS.incrementAndGet();
        long ours = cluster.likesDatabase().forget(rest.create("Basil"));
        try (Recorder recorder = Recorder.on(cluster.broker())) {
            recorder.say(List.of(files.message("product_created", foreign), files.message("product_updated", foreign)));
            await("the product").until(() -> rest.newVisitor().like(foreign).status() == 200);
            recorder.say(List.of(files.message("product_deleted", foreign)));
            await("its end").until(() -> rest.newVisitor().like(foreign).status() == 404);

            recorder.say(List.of(files.message("product_likes_changed", ours)));
            await("the count").until(() -> rest.projectedLikes(ours) == 42);
        }
    }

    private static Map<String, Message> collect(Recorder recorder, long product, Map<String, Message> told)
            throws Exception {
        for (Message message : recorder.take()) {
            JsonObject event = new JsonObject(body(message));
            if (event.getLong("productId", event.getLong("id")) == product) {
                told.putIfAbsent(message.properties().getType(), message);
            }
        }
        return told;
    }

    private static JsonObject draft(JsonObject sample) {
        JsonObject draft = sample.copy();
        draft.fieldNames().removeAll(List.of("id", "version"));
        return draft;
    }

    private static String withNumbersOf(String told, String sample) {
        String text = sample;
        for (Map.Entry<String, Object> key : new JsonObject(told)) {
            if (key.getValue() instanceof Number number) {
                text = text.replaceFirst("\"" + key.getKey() + "\":\\d+", "\"" + key.getKey() + "\":" + number);
            }
        }
        return text;
    }

    private static JsonObject withIdAndTimeOf(JsonObject told, JsonObject example) {
        for (String name : List.of("cloudEvents:id", "cloudEvents:time", "traceparent")) {
            if (told.containsKey(name)) {
                example.put(name, told.getValue(name));
            }
        }
        return example;
    }

    private static String body(Message message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private static JsonObject headers(Message message) {
        JsonObject headers = new JsonObject();
        message.properties().getHeaders().forEach((name, value) -> headers.put(name, value.toString()));
        return headers;
    }

    private static List<String> propertyNames(BasicProperties properties) {
        Map<String, Object> all = new HashMap<>();
        all.put("message_id", properties.getMessageId());
        all.put("type", properties.getType());
        all.put("content_type", properties.getContentType());
        all.put("delivery_mode", properties.getDeliveryMode());
        all.put("timestamp", properties.getTimestamp());
        all.put("correlation_id", properties.getCorrelationId());
        all.put("expiration", properties.getExpiration());
        all.put("reply_to", properties.getReplyTo());
        all.put("app_id", properties.getAppId());
        all.put("priority", properties.getPriority());
        all.values().removeIf(Objects::isNull);
        return List.copyOf(all.keySet());
    }
}
