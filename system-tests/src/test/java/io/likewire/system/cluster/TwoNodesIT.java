package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.MariaDbServer;
import io.likewire.system.rig.AtOnce;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.SameKey;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Visitor;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes of likes and two of products, all of them well. */
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {
    private static final int MANY = 50;

    /** The nodes have to meet at the same row. */
    private static final int ROUNDS = 8;

    private final Stage stage = Stage.whole();
    private final MariaDbServer likesServer = stage.likesServer();
    private final Cluster cluster = stage.cluster();
    private final Rest rest = cluster.rest();

    @Test
    void bothNodesOfAServiceTakeTheirShare() {
        long id = rest.create("Apple");
        List<Node> nodes = Stream.of(Service.LIKES, Service.PRODUCTS)
                .flatMap(service -> cluster.nodes(service).stream())
                .toList();
        List<Double> before = nodes.stream().map(TwoNodesIT::handled).toList();

        IntStream.range(0, MANY).forEach(i -> {
            rest.newVisitor().like(id);
            rest.product(id);
        });

        assertThat(nodes).hasSize(4);
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(handled(nodes.get(i)) - before.get(i)).isGreaterThan(MANY / 5.0);
        }
    }

    @Test
    void visitorsWhoLikeOneProductAtOnceAreAllCounted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            likedByManyAtOnce(rest.create("Apple"));
        }
    }

    private void likedByManyAtOnce(long id) throws Exception {
        List<Visitor> visitors = visitors(MANY);

        List<Reply> replies = AtOnce.send(
                visitors.stream().<Supplier<Reply>>map(v -> () -> v.like(id)).toList());

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(cluster.likesDatabase().likers(id))
                .containsExactlyInAnyOrderElementsOf(
                        visitors.stream().map(Visitor::id).toList());
        allCountsBecome(id, MANY);
    }

    @Test
    void fiftyLikesOfOneVisitorAtOnceAreOne() throws Exception {
        long id = rest.create("Apple");
        Visitor visitor = rest.newVisitor();

        List<Reply> replies = AtOnce.send(Collections.nCopies(50, () -> visitor.like(id)));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 400).hasSize(49);
        assertThat(cluster.likesDatabase().likers(id)).containsExactly(visitor.id());
        allCountsBecome(id, 1);
    }

    @Test
    void likeWithOneIdempotencyKeyOnBothNodesIsOneSuccess() throws Exception {
        long id = rest.create("Apple");
        Visitor visitor = rest.newVisitor();

        List<Reply> replies = SameKey.send(MANY, key -> visitor.like(id, key));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(Reply::text).containsOnly(replies.get(0).text());
        allCountsBecome(id, 1);
    }

    @Test
    void productWithOneIdempotencyKeyOnBothNodesIsOne() throws Exception {
        JsonObject draft = new JsonObject().put("title", "Only one").put("image", "/one.png");

        List<Reply> replies = SameKey.send(MANY, key -> rest.keyed(key).post("/api/products", draft));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(Reply::text).containsOnly(replies.get(0).text());
        assertThat(cluster.productsDatabase().titled("Only one")).isEqualTo(1);
    }

    @Test
    void likesAndUnlikesOfTheSameVisitorsAtOnceLeaveExactCounts() throws Exception {
        long id = rest.create("Apple");
        List<Visitor> visitors = visitors(5);

        List<Reply> replies = AtOnce.send(IntStream.range(0, MANY)
                .<Supplier<Reply>>mapToObj(i -> {
                    Visitor visitor = visitors.get(i % visitors.size());
                    return i % 2 == 0 ? () -> visitor.like(id) : () -> visitor.unlike(id);
                })
                .toList());

        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 400);
        Set<?> likers = cluster.likesDatabase().likers(id);
        assertThat(visitors).allSatisfy(v -> assertThat(v.likes(id)).isEqualTo(likers.contains(v.id())));
        allCountsBecome(id, likers.size());
    }

    @Test
    void likesDuringADeletionSucceedOrFindNothing() throws Exception {
        long id = rest.create("Apple");
        List<Visitor> visitors = visitors(MANY);
        List<Supplier<Reply>> calls = new ArrayList<>(
                visitors.stream().<Supplier<Reply>>map(v -> () -> v.like(id)).toList());
        calls.add(MANY / 2, () -> rest.delete("/api/products/" + id));

        List<Reply> replies = AtOnce.send(calls);

        assertThat(replies.remove(MANY / 2).status()).isEqualTo(204);
        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 404);
        await("nobody likes it").until(() -> rest.newVisitor().like(id).status() == 404);
        assertThat(cluster.likesDatabase().likers(id))
                .hasSize((int) cluster.likesDatabase().count(id));
    }

    /** The first node commits too late for its answer; the second one gets the same command again. */
    @Tag("full")
    @Test
    void likeThatIsSentAgainAfterALostAnswerIsOneSuccess() {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);
        Visitor visitor = rest.newVisitor();
        double sent = asked();

        likesServer.pause();
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> visitor.like(id));
        await("the gateway asks a second time").until(() -> asked() >= sent + 2);
        likesServer.resume();

        assertThat(reply.join().status()).isEqualTo(200);
        assertThat(reply.join().json().getLong("likes")).isEqualTo(2);
        assertThat(visitor.like(id).status()).isEqualTo(400);
        allCountsBecome(id, 2);
    }

    /** The last one, because the cluster parts from a node that is frozen for so long. */
    @Tag("full")
    @Test
    @Order(Integer.MAX_VALUE)
    void lockOfAFrozenNodeIsTakenBackWhileItIsFrozen() throws Exception {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);
        Visitor visitor = rest.newVisitor();
        List<Node> nodes = cluster.nodes(Service.LIKES);
        List<Double> before = nodes.stream().map(TwoNodesIT::handled).toList();

        Connection lock = cluster.likesDatabase().lock(id);
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> visitor.like(id));
        cluster.likesDatabase().awaitLockWaiter();
        Node frozen = handled(nodes.get(0)) > before.get(0) ? nodes.get(0) : nodes.get(1);
        frozen.process().pause();
        lock.close();
        try {
            await("others like it").until(() -> rest.newVisitor().like(id).status() == 200);
        } finally {
            frozen.process().resume();
        }

        assertThat(reply.join().status()).isIn(200, 503);
        allCountsBecome(id, cluster.likesDatabase().likers(id).size());
    }

    private double asked() {
        return cluster.node(Service.GATEWAY).metric("vertx_eventbus_sent_total", "\"likewire.likes\"");
    }

    private static double handled(Node node) {
        String address = "likewire." + node.service().name().toLowerCase(Locale.ROOT);
        return node.metric("vertx_eventbus_processed_total", "\"" + address + "\"");
    }

    private List<Visitor> visitors(int number) {
        return Stream.generate(rest::newVisitor).limit(number).toList();
    }

    private void allCountsBecome(long id, long likes) {
        assertThat(cluster.likesDatabase().likers(id)).hasSize((int) likes);
        assertThat(cluster.likesDatabase().count(id)).isEqualTo(likes);
        assertThat(rest.trueLikes(id).getLong("likes")).isEqualTo(likes);
        await("the projected count").until(() -> rest.projectedLikes(id) == likes);
    }
}
