package io.likewire.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: doubles from the first delay up to a limit, with jitter of a quarter either way.
 */
public record Backoff(Duration first, Duration limit) {
    private static final int MOST_DOUBLINGS = 20;

    /** Broker and database alike: 0.2 s to 5 s. */
    public static final Backoff RECONNECT = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    /** @param attempt 0 for the wait after the first failure */
    public Duration delay(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, limit.toMillis());
        double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        return Duration.ofMillis(Math.max(1, Math.round(bounded * jitter)));
    }
}
