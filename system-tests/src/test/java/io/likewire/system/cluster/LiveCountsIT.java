package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Stage;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveCountsIT {
    private static final int MANY = 1_000;
    private final Cluster cluster = Stage.whole().cluster();
    private final Node secondGateway = cluster.nodes(Service.GATEWAY).get(1);
    private final Rest rest = cluster.rest();
    private final List<LiveSocket> sockets = new ArrayList<>();

    @AfterEach
    void close() {
        sockets.forEach(LiveSocket::close);
    }

    @Test
    void likeIsShownOnTheSocketsOfEveryGateway() {
        long id = rest.create("Apple");
        rest.newVisitor().like(id);
        LiveSocket here = opened(cluster.node(Service.GATEWAY)).watch(id);
        LiveSocket there = opened(secondGateway).watch(id);
        await("a snapshot first").until(() -> here.shownLikes(id) == 1 && there.shownLikes(id) == 1);

        JsonObject liked = rest.newVisitor().like(id).json();

        await("the like here").until(() -> here.shownLikes(id) == 2);
        await("the like there").until(() -> there.shownLikes(id) == 2);
        List<JsonObject> counts = there.counts(id);
        assertThat(counts)
                .extracting(count -> count.getLong("version"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(counts.get(counts.size() - 1).getLong("version")).isEqualTo(liked.getLong("likesVersion"));
        assertThat(there.frames().get(0).getString("address")).isEqualTo("likes." + id);
    }

    @Test
    void feedShowsWhateverChanges() {
        LiveSocket feed = opened(secondGateway).register("likes");
        long apple = rest.create("Apple");
        long pear = rest.create("Pear");

        rest.newVisitor().like(apple);
        rest.newVisitor().like(pear);

        await("both").until(() -> feed.shownLikes(apple) == 1 && feed.shownLikes(pear) == 1);
        assertThat(feed.frames())
                .allSatisfy(frame -> assertThat(frame.getString("address")).isEqualTo("likes"));
    }

    @Tag("full")
    @Test
    void socketHearsNothingOfOtherProductsAndReachesNoService() {
        long id = rest.create("Apple");
        long other = rest.create("Pear");
        LiveSocket socket = opened(cluster.node(Service.GATEWAY)).watch(id);
        socket.register("likewire.likes");
        JsonObject delete = new JsonObject().put("type", "send").put("address", "likewire.products");
        socket.say(delete.put("body", new JsonObject().put("id", id)));

        rest.newVisitor().like(other);
        rest.newVisitor().like(id);

        await("its own product").until(() -> socket.shownLikes(id) == 1);
        assertThat(socket.counts(other)).isEmpty();
        assertThat(socket.frames())
                .filteredOn(frame -> "err".equals(frame.getString("type")))
                .extracting(frame -> frame.getString("body"))
                .containsExactly("access_denied", "access_denied");
    }

    @Tag("full")
    @Test
    void socketOfAKilledGatewayComesBackToTheValueOfTheDatabase() {
        long id = rest.create("Apple");
        LiveSocket before = opened(secondGateway).watch(id);
        rest.newVisitor().like(id);
        await("the like").until(() -> before.shownLikes(id) == 1);

        secondGateway.process().kill();
        await("the browser notices").until(before::isClosed);
        long version = rest.newVisitor().like(id).json().getLong("likesVersion");
        secondGateway.restart();
        LiveSocket after = opened(secondGateway).watch(id);

        await("a snapshot").until(() -> !after.frames().isEmpty());
        assertThat(after.counts(id).get(0).getLong("likes")).isEqualTo(2);
        assertThat(after.counts(id).get(0).getLong("version")).isEqualTo(version);
        rest.newVisitor().like(id);
        await("live again").until(() -> after.shownLikes(id) == 3);
    }

    @Tag("full")
    @Test
    void thousandSocketsAreNoMoreRegistrationsInTheClusterThanNone() {
        long id = rest.create("Apple");
        double registrations = secondGateway.metric("vertx_eventbus_handlers");
        openMany();
        sockets.forEach(socket -> socket.watch(id));
        await("all are greeted").until(() -> sockets.stream().allMatch(socket -> socket.shownLikes(id) == 0));

        rest.newVisitor().like(id);

        await("all see the like").until(() -> sockets.stream().allMatch(socket -> socket.shownLikes(id) == 1));
        assertThat(secondGateway.metric("likewire_push_sockets")).isGreaterThanOrEqualTo(MANY);
        assertThat(registrations).isPositive();
        assertThat(secondGateway.metric("vertx_eventbus_handlers")).isEqualTo(registrations);
    }

    private void openMany() {
        int atOnce = 100;
        for (int i = 0; i < MANY / atOnce; i++) {
            List<CompletableFuture<LiveSocket>> opening = IntStream.range(0, atOnce)
                    .mapToObj(n -> LiveSocket.opening(secondGateway.http()))
                    .toList();
            opening.forEach(socket -> sockets.add(socket.join()));
        }
    }

    private LiveSocket opened(Node gateway) {
        LiveSocket socket = LiveSocket.open(gateway.http());
        sockets.add(socket);
        return socket;
    }
}
