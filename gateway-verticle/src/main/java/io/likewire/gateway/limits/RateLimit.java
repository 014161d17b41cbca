package io.likewire.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often each of many may do something within a minute. */
final class RateLimit {
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final int REMEMBERED = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final String start;
    private final CharSequence policy;
    private final int perMinute;
    private final String refusal;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(WINDOW)
            .build();

    /**
     * @param name of the policy, in the headers
     * @param refusal the sentence for who does it too often
     */
    RateLimit(String name, int perMinute, String refusal) {
        this.start = "\"" + name + "\";r=";
        this.policy = HttpHeaders.createOptimized("\"" + name + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
        this.perMinute = perMinute;
        this.refusal = refusal;
    }

    /** @throws Refusal when it was too often; the answer's headers say when to come back */
    void count(String who, MultiMap answer) {
        ConsumptionProbe probe = buckets.get(who, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        long wait = seconds(probe.getNanosToWaitForRefill());
        answer.add(POLICY, policy);
        answer.add(LIMIT, start + probe.getRemainingTokens() + ";t=" + wait);
        if (!probe.isConsumed()) {
            answer.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait)));
            throw new Refusal(ProblemType.TOO_MANY_REQUESTS, refusal);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
