package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.like;
import static io.likewire.likes.store.LikeTables.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.platform.broker.OutgoingMessage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What likes writes for the broker is the sample of the contract, byte for byte but for the version. */
class GoldenEventIT {
    private static final long TEA = 7;

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA);

    @Test
    void threeLikesAndOneTakenBackOnTopOfFortyAreToldAsTheSampleTellsThem() throws IOException {
        List<Liker> forty = Stream.generate(LikeTables::anyone).limit(40).toList();
        RelayOnce relay = new RelayOnce(tables.database);

        tables.store
                .apply(forty.stream().map(liker -> like(TEA, liker)).toList())
                .await();
        relay.untilNothingWaits();
        tables.store
                .apply(List.of(like(TEA), like(TEA), unlike(TEA, forty.get(0)), like(TEA)))
                .await();
        relay.untilNothingWaits();

        OutgoingMessage message = relay.messages().get(1);
        String told = message.body().toString();
        String sample = sample();
        assertThat(told)
                .isEqualTo(sample.replace(version(sample), version(told)))
                .isNotEqualTo(sample);
        assertThat(message.properties().getHeaders())
                .containsEntry("cloudEvents:type", "product_likes_changed")
                .containsEntry("cloudEvents:source", "/likewire/likes");
    }

    private static String version(String event) {
        return new JsonObject(event).getLong("version").toString();
    }

    private static String sample() throws IOException {
        try (InputStream in = GoldenEventIT.class.getResourceAsStream("/events/samples/product_likes_changed.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
