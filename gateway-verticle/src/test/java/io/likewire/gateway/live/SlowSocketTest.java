package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.likes.LikeCount;
import org.junit.jupiter.api.Test;

class SlowSocketTest {
    private final PushBench bench = new PushBench();
    private final PushBench.Socket socket = bench.socket();

    @Test
    void whatASlowSocketMissesIsReplacedByTheNewest() {
        watch(7);
        socket.sink.full = true;
        update(7, 1, 2, 3);
        assertThat(socket.sink.likes()).containsExactly(0L);
        socket.sink.drain();
        assertThat(socket.sink.likes()).containsExactly(0L, 3L);
    }

    @Test
    void aSocketThatReadsAgainInTimeStaysOpen() {
        watch(7);
        socket.sink.full = true;
        update(7, 1);
        bench.timers.advance(9_000);
        socket.sink.drain();
        socket.sink.full = true;
        update(7, 2);
        bench.timers.advance(9_000);
        assertThat(socket.sink.closedWith).isNull();
    }

    @Test
    void aSocketThatReadsNothingForTenSecondsIsClosedAndForgotten() {
        watch(7);
        socket.sink.full = true;
        update(7, 1);
        bench.timers.advance(10_000);
        assertThat(socket.sink.closedWith).isEqualTo(1013);
        assertThat(bench.products.ids()).isEmpty();
        assertThat(bench.registry.get("likewire.push.sockets").gauge().value()).isZero();
        assertThat(bench.registry.get("likewire.push.slow.closed").counter().count())
                .isEqualTo(1);
    }

    @Test
    void aSocketThatOnlyTalksIsClosedToo() {
        socket.sink.full = true;
        for (int i = 0; i < 1_000; i++) {
            socket.says("{\"type\":\"ping\"}");
        }
        assertThat(socket.sink.frames).isEmpty();
        bench.timers.advance(10_000);
        assertThat(socket.sink.closedWith).isEqualTo(1013);
    }

    @Test
    void othersDoNotNotice() {
        watch(7);
        PushBench.Socket other = bench.socket().registers("likes.7");
        socket.sink.full = true;
        update(7, 1, 2);
        assertThat(other.sink.likes()).containsExactly(0L, 1L, 2L);
    }

    private void watch(long productId) {
        bench.likes.set(productId, 0);
        socket.registers("likes." + productId);
        bench.timers.advance(500);
    }

    private void update(long productId, long... likes) {
        for (long count : likes) {
            bench.push(new LikeCount(productId, count, 5_000 + count));
            bench.timers.advance(200);
        }
    }
}
