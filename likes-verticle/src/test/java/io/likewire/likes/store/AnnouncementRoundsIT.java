package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.like;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.LikesEvent;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.outbox.RelayResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is told when: no product starves, and none is told too often. */
class AnnouncementRoundsIT {
    private static final long[] HOT = LongStream.rangeClosed(1, 300).toArray();

    @AutoClose
    private final LikeTables tables = new LikeTables(HOT);

    private final RelayOnce relay = new RelayOnce(tables.database);
    private final RelayOnce otherNode = new RelayOnce(tables.database);

    @Test
    void threeHundredProductsThatNeverRestAreToldEquallyOften() {
        likeAll().await();
        relay.broker(messages -> likeAll().compose(liked -> RelayOnce.confirmed(messages)));

        for (int i = 0; i < 6; i++) {
            relay.pass();
        }

        Map<Long, Long> times =
                relay.events().stream().collect(Collectors.groupingBy(LikesEvent::productId, Collectors.counting()));
        assertThat(times).hasSize(HOT.length).allSatisfy((id, told) -> assertThat(told)
                .isEqualTo(3));
    }

    @Test
    void aRoundThatIsOverIsFollowedByAPauseWhicheverNodeGoesOn() {
        tables.store.apply(List.of(like(1))).await();
        long begun = System.nanoTime();
        relay.pass();
        tables.store.apply(List.of(like(1), like(2))).await();

        RelayResult early = otherNode.passNow(Future::succeededFuture);
        boolean late = System.nanoTime() - begun >= Duration.ofMillis(50).toNanos();
        assertThat(early.relayed()).isIn(0, late ? 2 : 0);
        otherNode.untilNothingWaits();

        assertThat(otherNode.events()).extracting(LikesEvent::productId).containsExactly(1L, 2L);
    }

    @Test
    void aClockThatWasSetBackStopsNothing() {
        relay.change("UPDATE announcement_round SET announced_at = NOW(6) + INTERVAL 1 HOUR")
                .await();
        tables.store.apply(List.of(like(1))).await();

        assertThat(relay.passNow(Future::succeededFuture).relayed()).isEqualTo(1);
    }

    @Test
    void aCountThatTheBrokerRefusesHoldsNoOtherUp() {
        tables.store.apply(List.of(like(1), like(2), like(3))).await();
        relay.broker(messages -> {
            boolean poison = messages.stream()
                    .anyMatch(message -> LikesEvent.read(message.body()).productId() == 2);
            return RelayOnce.outcome(messages, !poison, poison);
        });

        for (int i = 0; i < 5; i++) {
            relay.pass();
        }

        assertThat(relay.number("SELECT COUNT(*) FROM announcement")).isEqualTo(1);
        assertThat(relay.number("SELECT product_id FROM announcement")).isEqualTo(2);
        relay.broker(RelayOnce::confirmed);
        relay.untilNothingWaits();
    }

    @Test
    void theCountOfAProductThatWasDeletedMeanwhileIsToldAndGone() {
        tables.store.apply(List.of(like(1))).await();
        tables.store.learn(List.of(new ReplicaChange(1, 20, true))).await();

        assertThat(relay.pass()).isEqualTo(new RelayResult(1, false, Duration.ofMillis(50)));
        assertThat(relay.number("SELECT COUNT(*) FROM announcement")).isZero();
    }

    private Future<?> likeAll() {
        List<LikeCommand> all = LongStream.of(HOT).mapToObj(LikeTables::like).toList();
        return tables.store.apply(all.subList(0, 150)).compose(half -> tables.store.apply(all.subList(150, 300)));
    }
}
