package io.likewire.system.live;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Wired;
import io.likewire.system.rig.load.Answers;
import io.likewire.system.rig.load.LikesInTurn;
import io.likewire.system.rig.load.OpenLoop;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** L1: a like is on every other screen fast, while many others like and look. */
@Tag("full")
class FreshCountsIT {
    private static final Logger LOG = LoggerFactory.getLogger(FreshCountsIT.class);
    private static final int SCREENS = 20;
    private static final int OTHER_SCREENS = Soak.choose(80, 1_000);
    private static final int OTHER_PRODUCTS = 20;
    private static final int OTHER_LIKES_A_SECOND = Soak.choose(50, 200);
    private static final int LIKES = Soak.choose(20, 300);
    private static final Duration LONGEST = Duration.ofSeconds(Soak.choose(20, 60));
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();
    private final long product = rest.create("Apple");
    private final List<Screen> screens = new ArrayList<>();
    private final List<LiveSocket> others = new ArrayList<>();

    @Test
    void aLikeIsOnEveryOtherScreenFastWhileOthersLikeAndLook() throws InterruptedException {
        List<Long> products =
                Stream.generate(() -> rest.create("Pear")).limit(OTHER_PRODUCTS).toList();
        open(products);
        List<String> visitors =
                Stream.generate(() -> rest.newVisitor().token()).limit(100).toList();
        List<Long> micros = new ArrayList<>();
        try (OpenLoop load = new OpenLoop(cluster.gateway(), new LikesInTurn(products, visitors))) {
            CompletableFuture<Answers> answers = CompletableFuture.supplyAsync(() -> offer(load));
            for (int likes = 1; likes <= LIKES; likes++) {
                micros.addAll(like(likes));
            }
            LOG.info("meanwhile: {}", answers.join());
        } finally {
            screens.forEach(screen -> screen.socket.close());
            others.forEach(LiveSocket::close);
        }
        List<Long> sorted = micros.stream().sorted().toList();
        long median = sorted.get(sorted.size() / 2) / 1_000;
        long slow = sorted.get(sorted.size() * 99 / 100) / 1_000;
        LOG.info("{} frames on {} screens: p50 {} ms, p99 {} ms", sorted.size(), SCREENS, median, slow);
        assertThat(sorted).hasSize(LIKES * SCREENS);
        if (Soak.isOn()) {
            assertThat(median).isLessThanOrEqualTo(100);
            assertThat(slow).isLessThanOrEqualTo(250);
        }
    }

    private void open(List<Long> products) {
        for (int i = 0; i < OTHER_SCREENS; i++) {
            LiveSocket socket =
                    LiveSocket.opening(cluster.gateway(), frame -> {}).join().watch(products.get(i % OTHER_PRODUCTS));
            others.add(socket);
        }
        IntStream.range(0, SCREENS).forEach(i -> screens.add(new Screen()));
        await("every screen shows the product").until(() -> screens.stream().allMatch(screen -> screen.shown >= 0));
    }

    private static Answers offer(OpenLoop load) {
        try {
            return load.offer(OTHER_LIKES_A_SECOND, LONGEST);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the request to the frame on each screen, in microseconds. */
    private List<Long> like(int likes) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(SCREENS);
        screens.forEach(screen -> screen.expect(likes, seen));
        String visitor = rest.newVisitor().token();
        long begin = System.nanoTime();
        assertThat(rest.as(visitor)
                        .put("/api/products/" + product + "/like", new JsonObject())
                        .status())
                .isEqualTo(200);
        assertThat(seen.await(1, TimeUnit.MINUTES)).isTrue();
        return screens.stream().map(screen -> (screen.at - begin) / 1_000).toList();
    }

    private final class Screen {
        private volatile long shown = -1;
        private volatile long at;
        private long expected = Long.MAX_VALUE;
        private CountDownLatch seen;

        /** Last: frames come from here on. */
        private final LiveSocket socket =
                LiveSocket.opening(cluster.gateway(), this::show).join().watch(product);

        synchronized void expect(long likes, CountDownLatch latch) {
            expected = likes;
            seen = latch;
        }

        private synchronized void show(JsonObject frame) {
            LiveSocket.countsIn(frame).forEach(count -> shown = count.getLong("likes"));
            if (shown >= expected) {
                expected = Long.MAX_VALUE;
                at = System.nanoTime();
                seen.countDown();
            }
        }
    }
}
