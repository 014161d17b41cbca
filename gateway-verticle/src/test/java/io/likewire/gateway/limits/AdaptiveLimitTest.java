package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {
    private long now;
    private long lag;
    private final AdaptiveLimit limit =
            new AdaptiveLimit(new ConcurrencyRange(16, 100), Duration.ofMillis(350), () -> now, () -> lag);

    @Test
    void isFullWhenAsManyRunAsItAllows() {
        beginAll();
        assertThat(limit.running()).isEqualTo(100);
        assertThat(limit.full()).isTrue();
        limit.end(0);
        assertThat(limit.full()).isFalse();
    }

    @Test
    void shrinksOncePerRoundTripHoweverManyCallsWereSlow() {
        round(400);
        assertThat(limit.limit()).isEqualTo(80);
        round(400);
        assertThat(limit.limit()).isEqualTo(64);
    }

    @Test
    void whatAnswersWaitForHereDoesNotCount() {
        lag = Duration.ofMillis(300).toNanos();
        round(600);
        assertThat(limit.limit()).isEqualTo(100);
        round(700);
        assertThat(limit.limit()).isEqualTo(80);
    }

    @Test
    void leavesRoomForAFewHoweverSlowTheServiceIs() {
        for (int i = 0; i < 100; i++) {
            round(1_400);
        }
        assertThat(limit.limit()).isEqualTo(16);
    }

    @Test
    void growsBackWithinAFewDozenRoundTrips() {
        leavesRoomForAFewHoweverSlowTheServiceIs();
        for (int i = 0; i < 40; i++) {
            round(20);
        }
        assertThat(limit.limit()).isEqualTo(100);
    }

    @Test
    void doesNotGrowOnCallsThatLeaveItHalfEmpty() {
        round(400);
        for (int i = 0; i < 1_000; i++) {
            limit.end(limit.begin());
        }
        assertThat(limit.limit()).isEqualTo(80);
    }

    @Test
    void forgetsASlowTimeThatIsLongOverWhenACrowdComes() {
        leavesRoomForAFewHoweverSlowTheServiceIs();
        now += Duration.ofSeconds(9).toNanos();
        beginAll();
        assertThat(limit.running()).isEqualTo(16);
        now += Duration.ofSeconds(2).toNanos();
        beginAll();
        assertThat(limit.running()).isEqualTo(100);
    }

    private void beginAll() {
        while (!limit.full()) {
            limit.begin();
        }
    }

    private void round(long millis) {
        long begun = now;
        beginAll();
        now += Duration.ofMillis(millis).toNanos();
        int running = limit.running();
        for (int i = 0; i < running; i++) {
            limit.end(begun);
        }
        now++;
    }
}
