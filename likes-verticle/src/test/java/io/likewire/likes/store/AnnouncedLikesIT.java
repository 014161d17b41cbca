package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.outbox.Outbox;
import io.likewire.platform.outbox.OutboxRow;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Likes on their way to a broker, by the relays of two nodes. */
class AnnouncedLikesIT {
    private static final long TEA = 7;

    @AutoClose
    private final TwoRelays relays = new TwoRelays();

    private final SqlLikes store = relays.store();

    @BeforeEach
    void learn() {
        store.learn(List.of(new ReplicaChange(TEA, 10, false))).await();
    }

    @Test
    void aHotProductIsToldTwentyTimesASecondAtMostAndInTheEndExactly() {
        relays.start(UnaryOperator.identity());
        like();
        relays.awaitTold(1);
        long begun = System.nanoTime();
        int likes = 1;
        while (millisSince(begun) < 1_000) {
            like();
            likes++;
        }
        relays.awaitTold(likes);

        assertThat(relays.told()).hasSizeLessThanOrEqualTo((int) (millisSince(begun) / 50) + 2);
        assertThat(relays.told().stream().mapToInt(LikesEvent::added).sum()).isEqualTo(likes);
    }

    @Test
    void aLikeThatComesAloneIsToldWithoutWaitingForTheNextLook() {
        relays.start(UnaryOperator.identity());
        like();
        relays.awaitTold(1);
        long begun = System.nanoTime();
        for (int likes = 2; likes <= 11; likes++) {
            like();
            relays.awaitTold(likes);
        }

        assertThat(millisSince(begun)).isLessThan(2_500);
    }

    @Test
    void aRelayThatLosesItsLockBetweenConfirmAndEndLosesNothing() {
        for (int i = 0; i < 20; i++) {
            like();
        }
        AtomicInteger confirmed = new AtomicInteger();
        relays.start(publisher -> messages -> publisher.publish(messages).compose(outcome -> {
            boolean kill = outcome.complete() && confirmed.getAndIncrement() < 5;
            return kill ? relays.killSessions().map(outcome) : Future.succeededFuture(outcome);
        }));

        relays.awaitTold(20);
        relays.awaitNothingIn("announcement");
        assertThat(confirmed).hasValue(6);
        assertThat(relays.told()).extracting(LikesEvent::added).containsOnly(20);
    }

    @Test
    void whatAnEarlierReleaseLeftInTheOutboxIsToldToo() {
        LikesEvent old = new LikesEvent(99, 400, 1_000_000, 1, 0);
        OutboxRow row = OutboxRow.of(EventType.PRODUCT_LIKES_CHANGED, old.print(), "/likewire/likes", null);
        relays.pool()
                .withTransaction(transaction -> Outbox.write(transaction, List.of(row)))
                .await();
        like();

        relays.start(UnaryOperator.identity());

        relays.awaitTold(1);
        relays.awaitTold(400);
        relays.awaitNothingIn("outbox");
    }

    private void like() {
        store.apply(List.of(LikeTables.like(TEA))).await();
        relays.wake();
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
