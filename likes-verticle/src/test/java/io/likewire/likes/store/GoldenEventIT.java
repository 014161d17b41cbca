package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.LeastRights;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What likes writes for the broker is the sample of the contract, byte for byte but for the version. */
class GoldenEventIT {
    private static final long TEA = 7;
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void threeLikesAndOneTakenBackOnTopOfFortyAreToldAsTheSampleTellsThem() throws IOException {
        LeastRights rights = LeastRights.in("golden");
        Database database = new Database(vertx, rights.service(), rights.migrations());
        database.migrate("db/likes").await();
        SqlLikes store = new SqlLikes(database.single("batches"), database.pool("other", 2));
        store.learn(List.of(new ReplicaChange(TEA, 10, false))).await();
        List<Liker> forty = Stream.generate(GoldenEventIT::anyone).limit(40).toList();

        RelayOnce relay = new RelayOnce(database);

        store.apply(forty.stream().map(GoldenEventIT::like).toList()).await();
        relay.untilNothingWaits();
        store.apply(List.of(like(anyone()), like(anyone()), unlike(forty.get(0)), like(anyone())))
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

    private static LikeCommand like(Liker liker) {
        return LikeCommand.like(TEA, liker, UUID.randomUUID(), Long.MAX_VALUE);
    }

    private static LikeCommand unlike(Liker liker) {
        return LikeCommand.unlike(TEA, liker, UUID.randomUUID(), Long.MAX_VALUE);
    }

    private static Liker anyone() {
        return Liker.visitor(UUID.randomUUID());
    }

    private static String sample() throws IOException {
        try (InputStream in = GoldenEventIT.class.getResourceAsStream("/events/samples/product_likes_changed.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
