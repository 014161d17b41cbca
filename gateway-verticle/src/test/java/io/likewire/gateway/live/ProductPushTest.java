package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.LikeCount;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProductPushTest {
    private final PushBench bench = new PushBench();

    @Test
    void theFirstFrameIsASnapshot() {
        LikeCount count = bench.likes.set(7, 42);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(1);
        assertThat(socket.sink.frames).hasSize(1);
        assertThat(socket.sink.frames.get(0).toString())
                .isEqualTo("{\"type\":\"rec\",\"address\":\"likes.7\",\"body\":"
                        + "{\"productId\":7,\"likes\":42,\"version\":" + count.version() + "}}");
    }

    @Test
    void allWhoRegisterInOneTickAreServedByOneQuestion() {
        IntStream.rangeClosed(1, 150).forEach(id -> bench.likes.set(id, id));
        List<PushBench.Socket> sockets = IntStream.range(0, 500)
                .mapToObj(i -> bench.socket().registers("likes." + (1 + i % 150)))
                .toList();
        bench.timers.advance(1);
        assertThat(bench.likes.questions)
                .hasSize(2)
                .allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(100).doesNotHaveDuplicates());
        assertThat(sockets).allSatisfy(socket -> assertThat(socket.sink.frames).hasSize(1));
    }

    @Test
    void aStormOfReturningBrowsersAsksOnceASecondForEachProduct() {
        bench.likes.set(7, 42);
        for (int i = 0; i < 3_000; i++) {
            PushBench.Socket socket = bench.socket().registers("likes.7");
            bench.timers.advance(1);
            assertThat(socket.sink.frames).hasSize(1);
        }
        assertThat(bench.likes.questions).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whoWasServedFromMemoryIsCorrectedWithinASecond() {
        bench.likes.set(7, 1);
        bench.socket().registers("likes.7");
        bench.timers.advance(500);
        bench.likes.set(7, 2);
        PushBench.Socket late = bench.socket().registers("likes.7");
        assertThat(late.sink.likes()).containsExactly(1L);
        bench.timers.advance(600);
        assertThat(late.sink.likes()).containsExactly(1L, 2L);
    }

    @Test
    void aFloodBecomesTenFramesASecondAndTheLastValueArrives() {
        bench.likes.set(7, 0);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(1);
        for (int i = 1; i <= 1_000; i++) {
            bench.push(new LikeCount(7, i, 2_000 + i));
            bench.timers.advance(1);
        }
        bench.timers.advance(150);
        assertThat(socket.sink.likes()).hasSizeBetween(10, 12).last().isEqualTo(1_000L);
        assertThat(socket.sink.likes()).isSorted();
    }

    @Test
    void aFirstLikeAfterAPauseIsSentAtOnce() {
        bench.likes.set(7, 0);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(500);
        bench.push(new LikeCount(7, 1, 5_000));
        assertThat(socket.sink.likes()).containsExactly(0L, 1L);
    }

    @Test
    void anOlderOrEqualVersionIsNeverSent() {
        bench.likes.set(7, 0);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(500);
        for (long version : new long[] {5_000, 4_999, 5_000, 1, 5_001}) {
            bench.push(new LikeCount(7, version, version));
            bench.timers.advance(500);
        }
        assertThat(socket.sink.likes()).containsExactly(0L, 5_000L, 5_001L);
    }

    @Test
    void oneFrameIsSharedByAllSockets() {
        bench.likes.set(7, 0);
        PushBench.Socket one = bench.socket().registers("likes.7");
        PushBench.Socket other = bench.socket().registers("likes.7");
        bench.timers.advance(500);
        bench.push(new LikeCount(7, 1, 5_000));
        assertThat(one.sink.frames.get(1)).isSameAs(other.sink.frames.get(1));
    }

    @Test
    void anUnknownProductStaysSilentUntilItAppears() {
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(1_000);
        assertThat(socket.sink.frames).isEmpty();
        bench.push(bench.likes.set(7, 0));
        assertThat(socket.sink.likes()).containsExactly(0L);
    }

    @Test
    void aFailedQuestionIsAskedAgainWhileSomebodyWaits() {
        bench.likes.down = true;
        bench.likes.set(7, 42);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(3_000);
        assertThat(socket.sink.frames).isEmpty();
        bench.likes.down = false;
        bench.timers.advance(3_000);
        assertThat(socket.sink.likes()).containsExactly(42L);
    }

    /** A first frame that was wanted meanwhile, and the healing that ran meanwhile, go on. */
    @Test
    void aQuestionThatThrowsIsAFailedOne() {
        bench.likes.set(7, 42);
        bench.likes.set(8, 1);
        PushBench.Socket early = bench.socket().registers("likes.8");
        bench.timers.advance(1_000);
        bench.likes.thrown = new IllegalStateException("of the test");
        PushBench.Socket late = bench.socket().registers("likes.7");
        bench.timers.advance(21_000);
        bench.likes.set(8, 2);
        bench.likes.thrown = null;
        bench.timers.advance(20_000);

        assertThat(late.sink.likes()).containsExactly(42L);
        assertThat(early.sink.likes()).containsExactly(1L, 2L);
    }

    @Test
    void aFailedQuestionIsForgottenWhenNobodyWaits() {
        bench.likes.down = true;
        bench.socket().registers("likes.7").says("{\"type\":\"unregister\",\"address\":\"likes.7\"}");
        bench.timers.advance(19_000);
        assertThat(bench.likes.questions).isEmpty();
    }

    @Test
    void aLostLastUpdateHealsWithinTwentySeconds() {
        bench.likes.set(7, 1);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(1_000);
        bench.likes.set(7, 2);
        bench.timers.advance(20_000);
        assertThat(socket.sink.likes()).containsExactly(1L, 2L);
    }

    @Test
    void healingAsksInBatchesAndTellsOnlyWhatIsNew() {
        String[] addresses = IntStream.rangeClosed(1, 250)
                .peek(id -> bench.likes.set(id, id))
                .mapToObj(id -> "likes." + id)
                .toArray(String[]::new);
        List<PushBench.Socket> sockets =
                Stream.of(addresses).map(a -> bench.socket().registers(a)).toList();
        bench.timers.advance(1_000);
        bench.likes.questions.clear();
        bench.timers.advance(20_000);
        assertThat(bench.likes.questions).hasSize(3);
        assertThat(sockets).allSatisfy(socket -> assertThat(socket.sink.frames).hasSize(1));
    }

    @Test
    void whatASocketSaysAfterItWasClosedIsNotHeard() {
        PushBench.Socket socket = bench.socket();
        socket.session.unreadable(new IllegalStateException("too long"));
        socket.registers("likes.7");

        assertThat(bench.products.ids()).isEmpty();
    }

    @Test
    void whoUnregistersGetsNothingMore() {
        bench.likes.set(7, 0);
        PushBench.Socket socket = bench.socket().registers("likes.7");
        bench.timers.advance(500);
        socket.says("{\"type\":\"unregister\",\"address\":\"likes.7\"}");
        bench.push(new LikeCount(7, 1, 5_000));
        bench.timers.advance(60_000);
        assertThat(socket.sink.frames).hasSize(1);
        assertThat(bench.products.ids()).isEmpty();
    }
}
