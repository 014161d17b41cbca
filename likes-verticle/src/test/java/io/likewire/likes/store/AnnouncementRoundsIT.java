package io.likewire.likes.store;

import static io.likewire.likes.store.TestLikes.like;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.LikesEvent;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
import io.likewire.platform.outbox.RelayResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told when: no product starves, and none is told too often. */
class AnnouncementRoundsIT {
    private static final List<Long> HOT = LongStream.rangeClosed(1, 300).boxed().toList();
    private final Vertx vertx = Vertx.vertx();
    private SqlLikes store;
    private RelayOnce relay;
    private RelayOnce otherNode;

    @BeforeEach
    void open() {
        Database database = TestLikes.open(vertx);
        store = new SqlLikes(database.single("batches"), database.pool("other", 2));
        store.learn(HOT.stream().map(id -> new ReplicaChange(id, 10, false)).toList())
                .await();
        relay = new RelayOnce(database);
        otherNode = new RelayOnce(database);
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void threeHundredProductsThatNeverRestAreToldEquallyOften() {
        likeAll().await();
        relay.broker(messages -> likeAll().compose(liked -> RelayOnce.confirmed(messages)));

        for (int i = 0; i < 6; i++) {
            relay.pass();
        }

        Map<Long, Long> times =
                relay.events().stream().collect(Collectors.groupingBy(LikesEvent::productId, Collectors.counting()));
        assertThat(times).hasSize(HOT.size()).allSatisfy((id, told) -> assertThat(told)
                .isEqualTo(3));
    }

    @Test
    void aRoundThatIsOverIsFollowedByAPauseWhicheverNodeGoesOn() {
        store.apply(List.of(like(1))).await();
        long begun = System.nanoTime();
        relay.pass();
        store.apply(List.of(like(1), like(2))).await();

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
        store.apply(List.of(like(1))).await();

        assertThat(relay.passNow(Future::succeededFuture).relayed()).isEqualTo(1);
    }

    @Test
    void aCountThatTheBrokerRefusesHoldsNoOtherUp() {
        store.apply(List.of(like(1), like(2), like(3))).await();
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
        store.apply(List.of(like(1))).await();
        store.learn(List.of(new ReplicaChange(1, 20, true))).await();

        assertThat(relay.pass()).isEqualTo(new RelayResult(1, false, Duration.ofMillis(50)));
        assertThat(relay.number("SELECT COUNT(*) FROM announcement")).isZero();
    }

    private Future<?> likeAll() {
        List<LikeCommand> all = HOT.stream().map(TestLikes::like).toList();
        return store.apply(all.subList(0, 150)).compose(half -> store.apply(all.subList(150, 300)));
    }
}
