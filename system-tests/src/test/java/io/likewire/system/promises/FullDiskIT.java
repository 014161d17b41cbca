package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
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
    private static final int NEARLY_ALL = UsualSettings.OUTBOX_LIMIT - 10;
    private final Wired wired = Wired.shared();
    private final Cluster cluster = wired.cluster();
    private final Rest rest = cluster.rest();
    private final TestBroker broker = TestServers.broker();

    @AfterEach
    void makeRoom() {
        diskFull(false);
    }

    @Test
    void likesAreAcceptedUpToTheLimitOfTheOutboxThenRefusedAndAcceptedAgainWithoutARestart() {
        long product = rest.create("Apple");
        long deferred = rest.create("Pear");
        await("the count").until(() -> rest.newVisitor().like(product).status() == 200);

        diskFull(true);
        for (int i = 0; i < 5; i++) {
            assertThat(rest.newVisitor().like(product).status()).isEqualTo(200);
        }
        await("events wait").until(() -> cluster.likesDatabase().outbox() > 0);
        cluster.likesDatabase().fillOutbox(product, NEARLY_ALL);
        await("likes are refused").until(() -> rest.newVisitor().like(product).status() == 503);

        Reply refused = rest.newVisitor().like(deferred);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.json().getString("type")).endsWith("/overloaded");
        assertThat(rest.get("/api/products/" + product).status()).isEqualTo(200);
        assertThat(rest.trueLikes(deferred).getLong("likes")).isZero();
        assertThat(cluster.node(Service.LIKES).metric("likewire_outbox_rows")).isGreaterThan(NEARLY_ALL);

        diskFull(false);
        await("likes are accepted").until(() -> rest.newVisitor().like(deferred).status() == 200);
        await("the outbox is empty").until(() -> cluster.likesDatabase().outbox() == 0);
        assertThat(cluster.productsDatabase().outbox()).isZero();
        for (long id : new long[] {product, deferred}) {
            long rows = cluster.likesDatabase().rows(id);
            await("the projected count").until(() -> rest.projectedLikes(id) == rows);
        }
    }

    @Test
    void productsAreRefusedLikewiseAndReadsGoOn() {
        diskFull(true);
        long first = rest.create("Apple");
        cluster.productsDatabase().fillOutbox(first, UsualSettings.OUTBOX_LIMIT);

        JsonObject draft = new JsonObject().put("title", "Pear").put("image", "/pear.png");
        await("changes are refused")
                .until(() -> rest.put("/api/products/" + first, draft).status() == 503);
        assertThat(rest.get("/api/products").status()).isEqualTo(200);

        diskFull(false);
        await("changes are accepted")
                .until(() -> rest.put("/api/products/" + first, draft).status() == 202);
        await("the outbox is empty").until(() -> cluster.productsDatabase().outbox() == 0);
    }

    private void diskFull(boolean full) {
        if (broker.canFillDisk()) {
            broker.diskFull(full);
        } else if (full) {
            wired.brokerWire().swallow();
        } else {
            wired.brokerWire().heal();
        }
    }
}
