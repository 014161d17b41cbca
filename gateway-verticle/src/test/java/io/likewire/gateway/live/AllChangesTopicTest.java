package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.LikeCount;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllChangesTopicTest {
    private final PushBench bench = new PushBench();

    @Test
    void theFirstFrameTellsWhatChangedLately() {
        assertThat(bench.socket().registers("likes").sink.feedIds(0)).isEmpty();
        bench.push(new LikeCount(1, 1, 10));
        bench.push(new LikeCount(2, 1, 20));
        bench.push(new LikeCount(1, 2, 30));
        assertThat(bench.socket().registers("likes").sink.feedIds(0)).containsExactly(1L, 2L);
    }

    @Test
    void aFrameIsAnArrayOfCounts() {
        PushBench.Socket socket = bench.socket().registers("likes");
        bench.push(new LikeCount(7, 42, 10));
        assertThat(socket.sink.frames.get(1).toString())
                .isEqualTo("{\"type\":\"rec\",\"address\":\"likes\",\"body\":"
                        + "[{\"productId\":7,\"likes\":42,\"version\":10}]}");
    }

    @Test
    void tenFramesASecondOfAHundredProductsAtMostTheNewestFirst() {
        PushBench.Socket socket = bench.socket().registers("likes");
        bench.timers.advance(1_000);
        for (int id = 1; id <= 1_000; id++) {
            bench.push(new LikeCount(id, 1, id));
        }
        bench.timers.advance(950);
        assertThat(socket.sink.frames).hasSizeLessThanOrEqualTo(11);
        assertThat(socket.sink.feedIds(2)).hasSize(100).startsWith(1_000L, 999L);
        bench.timers.advance(500);
        Set<Long> seen = new HashSet<>();
        for (int frame = 0; frame < socket.sink.frames.size(); frame++) {
            seen.addAll(socket.sink.feedIds(frame));
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void whatChangesManyTimesIsToldOnceWithItsLastValue() {
        PushBench.Socket socket = bench.socket().registers("likes");
        bench.push(new LikeCount(1, 1, 1));
        for (int i = 2; i <= 500; i++) {
            bench.push(new LikeCount(1, i, i));
        }
        bench.timers.advance(1_000);
        assertThat(socket.sink.frames).hasSize(3);
        assertThat(socket.sink.frames.get(2).toString()).contains("\"likes\":500,");
    }

    @Test
    void whatIsForgottenIsBounded() {
        bench.socket().registers("likes");
        for (int id = 1; id <= 50_000; id++) {
            bench.push(new LikeCount(id, 1, id));
        }
        PushBench.Socket late = bench.socket().registers("likes");
        assertThat(late.sink.feedIds(0)).hasSize(100).startsWith(50_000L);
    }

    @Test
    void aLostLastUpdateHealsForThoseWhoWatchTheFeedOnly() {
        PushBench.Socket socket = bench.socket().registers("likes");
        bench.push(bench.likes.set(7, 1));
        bench.likes.set(7, 2);
        bench.timers.advance(21_000);
        assertThat(socket.sink.frames.get(socket.sink.frames.size() - 1).toString())
                .contains("\"productId\":7,\"likes\":2,");
    }

    @Test
    void nobodyIsAskedForAFeedThatNobodyWatches() {
        bench.push(bench.likes.set(7, 1));
        bench.timers.advance(60_000);
        assertThat(bench.likes.questions).isEmpty();
    }
}
