package io.likewire.system.live;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** L2, L4, L5 and L6: floods, silence, sockets that never read, and everybody back at once. */
@Tag("full")
class LiveUnderLoadIT {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUnderLoadIT.class);
    private static final int FRAMES_PER_SECOND = 10;
    /** Asks for what changed lately, ten times. */
    private static final byte[] CHATTER = RawBytes.several(
            10,
            RawBytes.text("{\"type\":\"register\",\"address\":\"likes\"}"),
            RawBytes.text("{\"type\":\"unregister\",\"address\":\"likes\"}"));

    private static final int PRODUCTS = 60;
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();
    private final Node gateway = cluster.node(Service.GATEWAY);

    @Test
    void aFloodOfLikesIsTenFramesASecondAndTheLastCountArrives() {
        long id = rest.create("Apple");
        try (LiveSocket socket = LiveSocket.open(gateway.http())) {
            long begin = System.nanoTime();
            socket.watch(id);
            int likes = Soak.choose(500, 10_000);
            IntStream.range(0, 4).parallel().forEach(part -> like(id, likes / 4));
            long quiet = System.nanoTime();
            await("the last count").until(() -> socket.shownLikes(id) == likes);
            Duration late = Duration.ofNanos(System.nanoTime() - quiet);
            double seconds = (System.nanoTime() - begin) / 1e9;
            LOG.info(
                    "{} likes in {} s: {} frames, the last {} ms late",
                    likes,
                    seconds,
                    socket.counts(id).size(),
                    late.toMillis());
            assertThat(socket.counts(id).size()).isLessThanOrEqualTo((int) (seconds * FRAMES_PER_SECOND) + 2);
            assertThat(socket.counts(id))
                    .extracting(count -> count.getLong("version"))
                    .isSorted()
                    .doesNotHaveDuplicates();
            if (Soak.isOn()) {
                assertThat(late).isLessThan(Duration.ofMillis(150 + 50));
            }
        }
    }

    @Test
    void aLostLastUpdateHealsOnOpenSockets() {
        long id = rest.create("Apple");
        try (LiveSocket one = LiveSocket.open(gateway.http()).watch(id);
                LiveSocket all = LiveSocket.open(gateway.http()).register("likes")) {
            like(id, 1);
            await("the first like").until(() -> one.shownLikes(id) == 1 && all.shownLikes(id) == 1);

            commitWithoutTellingAnybody(id);
            long begin = System.nanoTime();

            await("the second like").until(() -> one.shownLikes(id) == 2 && all.shownLikes(id) == 2);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            LOG.info("a lost update healed within {} ms", took.toMillis());
            if (Soak.isOn()) {
                assertThat(took).isLessThan(Duration.ofSeconds(30));
            }
        }
    }

    /** What a node leaves behind that dies between its commit and its push. */
    private void commitWithoutTellingAnybody(long id) {
        cluster.likesDatabase()
                .change(
                        "INSERT INTO likes (product_id, liker, command_id) VALUES (?, UNHEX(MD5(1)), UNHEX(MD5(1)))",
                        id);
        cluster.likesDatabase()
                .change(
                        "UPDATE product SET likes = likes + 1, version = GREATEST(version + 1,"
                                + " CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED)) WHERE id = ?",
                        id);
    }

    @Test
    void socketsThatNeverReadAreClosedAndOthersDoNotNotice() {
        List<Long> products =
                Stream.generate(() -> rest.create("Apple")).limit(PRODUCTS).toList();
        products.forEach(product -> like(product, 1));
        long id = products.get(0);
        int number = Soak.choose(100, 1_000);
        double closedBefore = gateway.metric("likewire_push_slow_closed_total");
        List<RawSocket> deaf = Stream.generate(() -> new RawSocket(gateway.http()).upgrade(RawSocket.PLAIN))
                .limit(number)
                .toList();
        try (LiveSocket reader = LiveSocket.open(gateway.http()).watch(id)) {
            await("all are in").until(() -> gateway.metric("likewire_push_sockets") >= number + 1);
            long before = Memory.resident(gateway.process().pid());
            await("they are closed").until(() -> {
                deaf.forEach(socket -> socket.send(CHATTER));
                return gateway.metric("likewire_push_slow_closed_total") - closedBefore == number;
            });
            like(id, 1);
            await("a like").until(() -> reader.shownLikes(id) == 2);
            long after = Memory.resident(gateway.process().pid());
            LOG.info("{} sockets that never read: gateway {} MB before, {} MB after", number, before, after);
            reader.say(new JsonObject().put("type", "ping"));
            await("they are cut")
                    .until(() ->
                            deaf.stream().filter(socket -> socket.send(CHATTER)).count() == 0);
            await("the reader is left").until(() -> gateway.metric("likewire_push_sockets") == 1);
            assertThat(reader.isClosed()).isFalse();
            like(id, 1);
            await("another like").until(() -> reader.shownLikes(id) == 3);
            if (Soak.isOn()) {
                assertThat(after - before).isLessThan(200);
            }
        } finally {
            deaf.forEach(RawSocket::close);
        }
    }

    @Test
    void everybodyComesBackAtOnceAndEachProductIsAskedForOnce() {
        int number = Soak.choose(300, 3_000);
        List<Long> products =
                Stream.of("Apple", "Pear", "Plum").map(rest::create).toList();
        products.forEach(id -> like(id, 1));
        double asked = gateway.metric("likewire_push_questions_total");
        long begin = System.nanoTime();
        List<LiveSocket> sockets = openAll(number);
        try {
            sockets.forEach(socket -> products.forEach(socket::watch));
            await("all know everything").until(() -> sockets.stream()
                    .allMatch(socket -> products.stream().allMatch(id -> socket.shownLikes(id) == 1)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            double questions = gateway.metric("likewire_push_questions_total") - asked;
            LOG.info("{} sockets back within {} s, {} questions", number, seconds, questions);
            assertThat(questions).isLessThanOrEqualTo(products.size() * (seconds + 2));
        } finally {
            sockets.forEach(LiveSocket::close);
        }
    }

    private List<LiveSocket> openAll(int number) {
        int atOnce = 100;
        List<LiveSocket> sockets = new ArrayList<>();
        for (int i = 0; i < number / atOnce; i++) {
            List<CompletableFuture<LiveSocket>> opening = IntStream.range(0, atOnce)
                    .mapToObj(n -> LiveSocket.opening(gateway.http()))
                    .toList();
            opening.forEach(socket -> sockets.add(socket.join()));
        }
        return sockets;
    }

    private void like(long id, int times) {
        for (int i = 0; i < times; i++) {
            Visitor visitor = rest.newVisitor();
            assertThat(visitor.like(id).status()).isEqualTo(200);
        }
    }
}
