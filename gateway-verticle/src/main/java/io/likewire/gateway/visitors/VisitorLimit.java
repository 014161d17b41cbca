package io.likewire.gateway.visitors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.ClientAddress;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many new identities one client address may have. This machine may have any number. */
final class VisitorLimit {
    private static final int ADDRESSES = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(WINDOW)
            .build();

    VisitorLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @throws Refusal when there were too many; the answer's headers say when to come back */
    void count(ClientAddress client, MultiMap answer) {
        if (client.isLoopback()) {
            return;
        }
        ConsumptionProbe probe =
                buckets.get(client.network(), network -> bucket()).tryConsumeAndReturnRemaining(1);
        long wait = seconds(probe.getNanosToWaitForRefill());
        answer.set("RateLimit-Policy", "\"visitors\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
        answer.set("RateLimit", "\"visitors\";r=" + probe.getRemainingTokens() + ";t=" + wait);
        if (!probe.isConsumed()) {
            answer.set("Retry-After", Long.toString(wait));
            throw new Refusal(ProblemType.TOO_MANY_REQUESTS, "Too many new visitors from this address");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return (nanos + second - 1) / second;
    }
}
