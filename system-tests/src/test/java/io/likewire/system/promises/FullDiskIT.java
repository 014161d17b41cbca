package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.UsualSettings;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R9: the broker takes nothing any more, because its disk is full. */
@Tag("full")
class FullDiskIT {
    private final Wired wired = Wired.shared();
    private final Cluster cluster = wired.cluster();
    private final Rest rest = cluster.rest();
    private final TestBroker broker = TestServers.broker();

    @AfterEach
    void makeRoom() {
        diskFull(false);
    }

    /** The rows are those of an older release, which stopped at the limit. */
    @Test
    void likesAreAcceptedWhateverWaitsAndTheirCountsAreToldWhenThereIsRoomAgain() {
        long product = rest.create("Apple");
        long other = rest.create("Pear");
        await("the count").until(() -> rest.newVisitor().like(product).status() == 200);
        await("the count").until(() -> rest.newVisitor().like(other).status() == 200);
        await("both are told").until(() -> cluster.likesDatabase().outbox() == 0);

        diskFull(true);
        cluster.likesDatabase().fillOutbox(product, UsualSettings.OUTBOX_LIMIT);
        Node likes = cluster.node(Service.LIKES);
        await("the rows are seen").until(() -> likes.metric("likewire_outbox_rows") >= UsualSettings.OUTBOX_LIMIT);
        for (int i = 0; i < 20; i++) {
            assertThat(rest.newVisitor().like(i % 2 == 0 ? product : other).status())
                    .isEqualTo(200);
        }
        assertThat(cluster.likesDatabase().outbox()).isBetween(1L, UsualSettings.OUTBOX_LIMIT + 2L);

        diskFull(false);
        await("nothing waits").until(() -> cluster.likesDatabase().outbox() == 0);
        for (long id : new long[] {product, other}) {
            await("the projected count").until(() -> rest.projectedLikes(id) == 11);
        }
    }

    @Test
    void productsAreRefusedAtTheLimitOfTheOutboxAndReadsGoOn() {
        diskFull(true);
        long first = rest.create("Apple");
        cluster.productsDatabase().fillOutbox(first, UsualSettings.OUTBOX_LIMIT);

        JsonObject draft = new JsonObject().put("title", "Pear").put("image", "/pear.png");
        await("changes are refused")
                .until(() -> rest.put("/api/products/" + first, draft).status() == 503);
        Reply refused = rest.put("/api/products/" + first, draft);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.json().getString("type")).endsWith("/overloaded");
        assertThat(rest.get("/api/products").status()).isEqualTo(200);

        diskFull(false);
        await("changes are accepted")
                .until(() -> rest.put("/api/products/" + first, draft).status() == 202);
        await("the outbox is empty").until(() -> cluster.productsDatabase().outbox() == 0);
    }

    private void diskFull(boolean full) {
        if (broker.isProcess()) {
            broker.diskFull(full);
        } else if (full) {
            wired.brokerWire().swallow();
        } else {
            wired.brokerWire().heal();
        }
    }
}
