package io.likewire.system.upgrade;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Dump;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The databases of an earlier state, dumped while the broker was away: two products and a like that everybody knows, then a
 * product, a new title, a deletion and likes that wait in the outboxes, a session, an idempotency key, refused events.
 */
@Tag("full")
class UpgradeIT {
    private static final long TEA = 1;
    private static final long COFFEE = 2;
    private static final long COCOA = 3;
    private static final String REFRESH = "Wq_vw2AtTAaItgT_Ee2bSYJ-y5jRVnQ9h3FoaCtWsZUX2eVY1I31Ny4_bqbuaQsX";

    @AutoClose
    private static Cluster cluster;

    private static Node auth;

    private final Rest rest = cluster.rest();

    @BeforeAll
    static void start() {
        String products = database("products");
        String likes = database("likes");
        cluster = Cluster.start(products, likes, TestServers.broker().freshUri(), List.of());
        auth = cluster.add(Service.AUTH, Map.of("AUTH_MYSQL_URI", database("auth")));
    }

    private static String database(String name) {
        String uri = TestServers.mysql().freshDatabase(name);
        Dump.load("upgrade/0.1/" + name + ".sql", uri);
        return uri;
    }

    @Test
    void whatWaitedInTheOutboxesArrives() {
        assertThat(rest.product(TEA).getString("title")).isEqualTo("Green tea");
        assertThat(rest.product(TEA).getString("description")).isEmpty();
        assertThat(rest.get("/api/products/" + COFFEE).status()).isEqualTo(404);
        await("the likes of then").until(() -> rest.projectedLikes(TEA) == 2);
        await("the product of then is known")
                .until(() -> rest.newVisitor().like(COCOA).status() == 200);
        await("the likes of the deleted one go")
                .until(() -> cluster.likesDatabase().rows(COFFEE) == 0);
        await("the outboxes are empty").until(() -> cluster.likesDatabase().outbox() == 0);
    }

    @Test
    void whatTheBrokerRefusedIsKept() {
        await("refused events").until(() -> cluster.node(Service.LIKES).metric("likewire_outbox_parked") == 1);
        await("refused events").until(() -> cluster.node(Service.PRODUCTS).metric("likewire_outbox_parked") == 1);
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAsThen() {
        JsonObject cocoa = new JsonObject().put("title", "Cocoa").put("image", "/images/cocoa.svg");

        Reply again = rest.keyed("made-before-the-upgrade").post("/api/products", cocoa);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().getLong("id")).isEqualTo(COCOA);
    }

    @Test
    void aSessionGoesOn() {
        await("auth-verticle").until(auth::isReady);
        Reply refreshed = rest.send(
                "POST", "/api/auth/refresh", null, "Cookie", "refresh=" + REFRESH, "Origin", cluster.gateway() + "");
        assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
    }
}
