package io.likewire.system.tutorial;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bridge dies at any moment; the ledger across it agrees. */
@Tag("full")
class BridgeKilledIT {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeKilledIT.class);
    private static final int DEATHS = Soak.choose(2, 40);
    private static final int LIKES = Soak.choose(2_000, 30_000);
    private final Rest rest = Bridged.cluster().rest();

    @AutoClose
    private Node bridge;

    @Test
    void eachLikeOfOursIsToldOnce() throws Exception {
        bridge = Bridged.bridgeTo("listener");
        long tea = rest.create("Tea");
        try (Counterpart listener =
                Counterpart.start("tutorial_listener.py", Bridged.cluster().broker())) {
            Liking liking = new Liking(() -> rest.newVisitor().like(tea));
            try (liking) {
                for (int i = 0; i < DEATHS; i++) {
                    long heard = told(listener, tea) + some();
                    await("the bridge at work").until(() -> told(listener, tea) > heard);
                    killAndRestart();
                }
            }
            assertThat(liking.unknown()).isZero();
            await("all likes").until(() -> told(listener, tea) >= liking.accepted());
            last(listener);
            assertThat(told(listener, tea)).isEqualTo(liking.accepted());
        }
    }

    @Test
    void eachLikeOfTheirsIsTakenOnce() throws Exception {
        bridge = Bridged.bridgeTo("likes");
        long tea = rest.create("Tea");
        long last = rest.create("Last");
        try (AmqpProbe probe = AmqpProbe.connect(Bridged.cluster().broker())) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> say(probe, tea, LIKES));
            for (int i = 0; i < DEATHS; i++) {
                long before = likes(tea) + some();
                await("the bridge at work").until(() -> likes(tea) > before || likes(tea) == LIKES);
                killAndRestart();
            }
            sending.join();
            await("all likes").until(() -> likes(tea) >= LIKES);
            say(probe, last, 1);
            await("the last one").until(() -> likes(last) == 1);
            assertThat(likes(tea)).isEqualTo(LIKES);
        }
    }

    /** Their form: acknowledged before it is done. What is lost so is shown, and it is nobody else's. */
    @Test
    void whatTheirConsumerLosesInDyingIsTheDifferenceToWhatWasSent() throws Exception {
        try (Counterpart products =
                Counterpart.start("tutorial_products.py", Bridged.cluster().broker())) {
            bridge = Bridged.bridgeTo("products");
            products.rest()
                    .post("/api/products", new JsonObject().put("title", "Tea").put("image", "/tea.svg"));
            await("the product").until(() -> theirs(products).getLong("id") > 0);
            long tea = theirs(products).getLong("id");
            await("it here").until(() -> rest.get("/api/products/" + tea).status() == 200);
            Liking liking = new Liking(() -> rest.newVisitor().like(tea));
            try (liking) {
                for (int i = 0; i < 3; i++) {
                    liking.awaitMore(30);
                    products.kill();
                    liking.awaitMore(10);
                    products.start();
                }
            }
            await("all sent").until(() -> sent() == liking.accepted());
            rest.newVisitor().like(tea);
            await("the last one").until(() -> sent() == liking.accepted() + 1);
            long counted = theirs(products).getLong("likes");
            LOG.info("their consumer was killed 3 times and lost {} of {} likes", sent() - counted, sent());
            assertThat(counted).isLessThanOrEqualTo(sent());
            assertThat(likes(tea)).isEqualTo(liking.accepted() + 1);
        }
    }

    private long sent() {
        return (long) bridge.metric("likewire_tutorial_sent_total", "queue=\"admin\"");
    }

    private static JsonObject theirs(Counterpart products) {
        return products.rest().get("/api/products").array().getJsonObject(0);
    }

    /** So that it dies somewhere within its work, and not always after the same step. */
    private static int some() {
        return ThreadLocalRandom.current().nextInt(30);
    }

    private void killAndRestart() {
        bridge.process().kill();
        bridge.restart();
    }

    private static void say(AmqpProbe probe, long product, int times) {
        try {
            for (int i = 0; i < times; i++) {
                probe.say("admin", "product_liked", Long.toString(product));
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A like of something else, which comes after all that was to come. */
    private void last(Counterpart listener) {
        long last = rest.create("Last");
        rest.newVisitor().like(last);
        await("the last one").until(() -> told(listener, last) == 1);
    }

    private long likes(long product) {
        return rest.trueLikes(product).getLong("likes");
    }

    private static long told(Counterpart listener, long product) {
        return listener.lines().stream()
                .filter(("admin product_liked " + product)::equals)
                .count();
    }
}
