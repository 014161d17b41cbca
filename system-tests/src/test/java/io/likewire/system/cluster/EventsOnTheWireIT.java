package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("full")
@ParameterizedClass
@MethodSource("io.likewire.servers.testing.TestServers#allBrokers")
class EventsOnTheWireIT {
    private static final String EXCHANGE = "likewire.events";
    private static final String PARKED = "likewire.parked";
    private static final AtomicLong FOREIGN_IDS = new AtomicLong(900_000);
    private static Cluster cluster;

    @Parameter
    private TestBroker broker;

    private final Rest rest = cluster.rest();

    @AutoClose
    private final AmqpProbe probe = AmqpProbe.connect(cluster.broker());

    private final List<GetResponse> heard = new ArrayList<>();

    @BeforeParameterizedClassInvocation
    static void start(TestBroker broker) {
        cluster = broker == TestServers.broker() ? Wired.shared().cluster() : Cluster.on(broker);
    }

    @AfterParameterizedClassInvocation
    static void closeCluster() {
        if (cluster != Wired.shared().cluster()) {
            cluster.close();
        }
    }

    @Test
    void productCreatedIsHeardByAnyQueueBoundToTheExchange() throws Exception {
        String queue = probe.listen(EXCHANGE, "product.created");

        long id = rest.create("Grape");

        GetResponse event = nextEvent(queue, "product_created");
        assertThat(event.getEnvelope().getRoutingKey()).isEqualTo("product.created");
        assertThat(body(event).fieldNames()).containsExactly("id", "title", "image", "version", "description");
        assertThat(body(event).getLong("id")).isEqualTo(id);
        assertThat(body(event).getString("title")).isEqualTo("Grape");
        assertThat(body(event).getLong("version")).isEqualTo(rest.product(id).getLong("version"));
    }

    @Test
    void productUpdatedAndDeletedAreHeardWithGrowingVersions() throws Exception {
        String queue = probe.listen(EXCHANGE, "product.*");
        long id = rest.create("Quince");
        JsonObject draft = new JsonObject().put("title", "Medlar").put("image", "/medlar.png");

        rest.put("/api/products/" + id, draft);
        rest.delete("/api/products/" + id);

        long created = body(nextEvent(queue, "product_created")).getLong("version");
        JsonObject updated = body(nextEvent(queue, "product_updated"));
        JsonObject deleted = body(nextEvent(queue, "product_deleted"));
        assertThat(updated.getString("title")).isEqualTo("Medlar");
        assertThat(updated.getLong("version")).isGreaterThan(created);
        assertThat(deleted.fieldNames()).containsExactly("id", "version");
        assertThat(deleted.getLong("id")).isEqualTo(id);
        assertThat(deleted.getLong("version")).isGreaterThan(updated.getLong("version"));
    }

    @Test
    void productLikesChangedIsHeardWithTheAbsoluteCount() throws Exception {
        String queue = probe.listen(EXCHANGE, "likes.changed");
        long id = rest.create("Cherry");

        Visitor visitor = rest.newVisitor();
        visitor.like(id);
        JsonObject liked = body(nextEvent(queue, "product_likes_changed"));
        visitor.unlike(id);
        JsonObject unliked = body(nextEvent(queue, "product_likes_changed"));

        assertThat(liked.fieldNames()).containsExactly("productId", "likes", "version", "added", "removed");
        assertThat(liked.getLong("productId")).isEqualTo(id);
        assertThat(liked.getLong("likes")).isEqualTo(1);
        assertThat(liked.getInteger("added")).isEqualTo(1);
        assertThat(unliked.getLong("likes")).isZero();
        assertThat(unliked.getInteger("removed")).isEqualTo(1);
        assertThat(unliked.getLong("version")).isGreaterThan(liked.getLong("version"));
    }

    @Test
    void countFromTheWireIsShownUnlessItIsStale() throws Exception {
        long id = cluster.likesDatabase().forget(rest.create("Mango"));
        long marker = cluster.likesDatabase().forget(rest.create("Marker"));
        long version = now();

        likesChanged(id, 41, version);
        await("the newer count").until(() -> rest.projectedLikes(id) == 41);
        likesChanged(id, 7, version - 1);
        likesChanged(id, 8, version);
        likesChanged(marker, 1, version);

        await("what came after the stale ones").until(() -> rest.projectedLikes(marker) == 1);
        assertThat(rest.projectedLikes(id)).isEqualTo(41);
    }

    @Test
    void productFromTheWireCanBeLikedUntilItsDeletionIsHeard() throws Exception {
        long id = FOREIGN_IDS.incrementAndGet();
        Visitor visitor = rest.newVisitor();
        assertThat(visitor.like(id).status()).isEqualTo(404);

        product("created", melon(id, now()));
        await("the product is known").until(() -> visitor.like(id).status() == 200);

        product("deleted", new JsonObject().put("id", id).put("version", now()));
        await("the product is gone").until(() -> rest.newVisitor().like(id).status() == 404);
    }

    @Test
    void deletedProductNeverComesBack() throws Exception {
        long id = FOREIGN_IDS.incrementAndGet();
        long next = FOREIGN_IDS.incrementAndGet();
        long version = now();

        product("deleted", new JsonObject().put("id", id).put("version", version));
        product("created", melon(id, version - 1));
        product("updated", melon(id, version));
        product("created", melon(next, version));

        await("what came after it").until(() -> rest.newVisitor().like(next).status() == 200);
        assertThat(rest.newVisitor().like(id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"likes.product-events", "products.like-events"})
    void garbageIsParkedWithItsReasonAndTheNextGoodMessageIsApplied(String queue) throws Exception {
        boolean likes = queue.startsWith("likes");
        String type = likes ? "product_created" : "product_likes_changed";
        String routingKey = likes ? "product.created" : "likes.changed";
        probe.takeAll(PARKED);

        publish("", queue, type, "not JSON at all");
        publish("", queue, "no_such_type", "{}");
        publish("", queue, null, "{\"id\":1}");
        publish(EXCHANGE, routingKey, type, "{\"id\":\"one\",\"productId\":\"one\",\"version\":true}");
        publish(
                EXCHANGE,
                routingKey,
                type,
                "{\"id\":-1,\"productId\":-1,\"likes\":1,\"version\":1,\"added\":1,\"removed\":0,\"title\":\"t\",\"image\":\"i\"}");
        if (likes) {
            long id = FOREIGN_IDS.incrementAndGet();
            product("created", melon(id, now()));
            await("the good one").until(() -> rest.newVisitor().like(id).status() == 200);
        } else {
            long id = cluster.likesDatabase().forget(rest.create("Good"));
            likesChanged(id, 3, now());
            await("the good one").until(() -> rest.projectedLikes(id) == 3);
        }

        await("all are parked").until(() -> probe.waiting(PARKED) == 5);
        for (GetResponse parked : probe.takeAll(PARKED)) {
            assertThat(parked.getProps().getHeaders().get("likewire-reason").toString())
                    .isNotBlank();
            assertThat(parked.getProps().getHeaders().get("likewire-queue")).hasToString(queue);
            assertThat(parked.getProps().getDeliveryMode()).isEqualTo(2);
        }
    }

    private GetResponse nextEvent(String queue, String type) {
        await(type).until(() -> {
            heard.addAll(probe.takeAll(queue));
            return heard.stream()
                    .anyMatch(message -> type.equals(message.getProps().getType()));
        });
        GetResponse event = heard.stream()
                .filter(message -> type.equals(message.getProps().getType()))
                .findFirst()
                .orElseThrow();
        heard.remove(event);
        assertThat(UUID.fromString(event.getProps().getMessageId()).version()).isEqualTo(7);
        assertThat(event.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(event.getProps().getContentType()).isEqualTo("application/json");
        assertThat(event.getProps().getTimestamp()).isNotNull();
        return event;
    }

    private static JsonObject body(GetResponse message) {
        return new JsonObject(new String(message.getBody(), StandardCharsets.UTF_8));
    }

    private static JsonObject melon(long id, long version) {
        return new JsonObject()
                .put("id", id)
                .put("title", "Melon")
                .put("image", "/m")
                .put("version", version);
    }

    private void product(String what, JsonObject body) throws Exception {
        publish(EXCHANGE, "product." + what, "product_" + what, body.encode());
    }

    private void likesChanged(long id, long likes, long version) throws Exception {
        JsonObject body = new JsonObject()
                .put("productId", id)
                .put("likes", likes)
                .put("version", version)
                .put("added", 1)
                .put("removed", 0);
        publish(EXCHANGE, "likes.changed", "product_likes_changed", body.encode());
    }

    private void publish(String exchange, String routingKey, String type, String body) throws Exception {
        probe.publish(exchange, routingKey, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static long now() {
        return System.currentTimeMillis() * 1000;
    }
}
