package io.likewire.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundTest {
    private long now;
    private long lag;
    private final Bound bound = new Bound(new Room(16, 100), Duration.ofMillis(350), () -> now, () -> lag);

    @Test
    void isFullWhenAsManyRunAsItAllows() {
        beginAll();
        assertThat(bound.running()).isEqualTo(100);
        assertThat(bound.full()).isTrue();
        bound.end(0);
        assertThat(bound.full()).isFalse();
    }

    @Test
    void shrinksOncePerRoundTripHoweverManyCallsWereSlow() {
        round(400);
        assertThat(bound.limit()).isEqualTo(80);
        round(400);
        assertThat(bound.limit()).isEqualTo(64);
    }

    @Test
    void whatAnswersWaitForHereDoesNotCount() {
        lag = Duration.ofMillis(300).toNanos();
        round(600);
        assertThat(bound.limit()).isEqualTo(100);
        round(700);
        assertThat(bound.limit()).isEqualTo(80);
    }

    @Test
    void leavesRoomForAFewHoweverSlowTheServiceIs() {
        for (int i = 0; i < 100; i++) {
            round(1_400);
        }
        assertThat(bound.limit()).isEqualTo(16);
    }

    @Test
    void growsBackWithinAFewDozenRoundTrips() {
        leavesRoomForAFewHoweverSlowTheServiceIs();
        for (int i = 0; i < 40; i++) {
            round(20);
        }
        assertThat(bound.limit()).isEqualTo(100);
    }

    @Test
    void doesNotGrowOnCallsThatLeaveItHalfEmpty() {
        round(400);
        for (int i = 0; i < 1_000; i++) {
            bound.end(bound.begin());
        }
        assertThat(bound.limit()).isEqualTo(80);
    }

    @Test
    void forgetsASlowTimeThatIsLongOverWhenACrowdComes() {
        leavesRoomForAFewHoweverSlowTheServiceIs();
        now += Duration.ofSeconds(9).toNanos();
        beginAll();
        assertThat(bound.running()).isEqualTo(16);
        now += Duration.ofSeconds(2).toNanos();
        beginAll();
        assertThat(bound.running()).isEqualTo(100);
    }

    private void beginAll() {
        while (!bound.full()) {
            bound.begin();
        }
    }

    private void round(long millis) {
        long begun = now;
        beginAll();
        now += Duration.ofMillis(millis).toNanos();
        int running = bound.running();
        for (int i = 0; i < running; i++) {
            bound.end(begun);
        }
        now++;
    }
}
