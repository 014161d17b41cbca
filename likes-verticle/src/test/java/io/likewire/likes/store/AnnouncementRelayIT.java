package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.events.LikesEvent;
import io.likewire.platform.outbox.RelayResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of an announcement whatever happens between its reading and its end. */
class AnnouncementRelayIT {
    private static final long TEA = 7;

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA);

    private final RelayOnce relay = new RelayOnce(tables.database);

    @Test
    void likesOfOneProductAreOneMessageWithTheirSumsAndThenNothingWaits() {
        tables.store.apply(List.of(like(TEA), like(TEA))).await();
        tables.store.apply(List.of(like(TEA))).await();

        RelayResult result = relay.pass();

        long version = relay.number("SELECT version FROM product");
        assertThat(relay.events()).containsExactly(new LikesEvent(TEA, 3, version, 3, 0));
        assertThat(result).isEqualTo(new RelayResult(1, false, Duration.ofMillis(50)));
        assertThat(waiting()).isZero();
        assertThat(relay.pass()).isEqualTo(RelayResult.NOTHING);
    }

    @Test
    void aLikeWhileTheBrokerIsAwaitedNeitherWaitsForItNorIsLost() {
        tables.store.apply(List.of(like(TEA), like(TEA))).await();
        relay.broker(
                messages -> tables.store.apply(List.of(like(TEA))).compose(applied -> RelayOnce.confirmed(messages)));
        relay.pass();
        assertThat(relay.number("SELECT added FROM announcement")).isEqualTo(1);
        assertThat(relay.number("SELECT first_at > NOW(6) - INTERVAL 10 SECOND FROM announcement"))
                .isEqualTo(1);

        relay.broker(RelayOnce::confirmed);
        relay.pass();

        assertThat(relay.events()).extracting(LikesEvent::likes).containsExactly(2L, 3L);
        assertThat(relay.events()).extracting(LikesEvent::added).containsExactly(2, 1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aCrashBetweenTheConfirmAndTheEndRepeatsTheSameMessage() {
        tables.store.apply(List.of(like(TEA))).await();
        assertThatThrownBy(() -> relay.passNow(result -> Future.failedFuture("killed")))
                .hasMessage("killed");

        relay.pass();

        assertThat(relay.messages()).hasSize(2);
        assertThat(relay.messages().get(1).body())
                .isEqualTo(relay.messages().get(0).body());
        assertThat(relay.messages().get(1).properties())
                .isEqualTo(relay.messages().get(0).properties());
        assertThat(waiting()).isZero();
    }

    @Test
    void whatTheBrokerDidNotConfirmStays() {
        tables.store.apply(List.of(like(TEA))).await();
        relay.broker(messages -> RelayOnce.outcome(messages, false, false));

        assertThat(relay.pass().left()).isTrue();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void sumsThatSomebodyMadeTooSmallDoNotFallBelowZero() {
        tables.store.apply(List.of(like(TEA))).await();
        relay.broker(messages -> {
            Future<?> touched = relay.change("UPDATE announcement SET added = 0, version = version + 1");
            return touched.compose(done -> RelayOnce.confirmed(messages));
        });

        relay.pass();

        assertThat(relay.number("SELECT added FROM announcement")).isZero();
    }

    private long waiting() {
        return relay.number("SELECT COUNT(*) FROM announcement");
    }
}
