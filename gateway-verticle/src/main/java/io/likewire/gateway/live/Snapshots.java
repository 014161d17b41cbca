package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.platform.Backoff;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * First frames for newcomers. While one question is under way the next one gathers, and an answer serves whoever comes
 * within a second after it: when all browsers return at once, each product is asked for once a second, not once a socket.
 */
final class Snapshots {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
    private final CountQueries countQueries;
    private final ProductTopics topics;
    private final Timers timers;
    private final Duration freshness;
    private final Set<Long> wanted = new LinkedHashSet<>();
    private final Set<Long> wantedLater = new HashSet<>();
    private boolean asking;
    private int failures;

    Snapshots(CountQueries countQueries, ProductTopics topics, Timers timers, Duration freshness) {
        this.countQueries = countQueries;
        this.topics = topics;
        this.timers = timers;
        this.freshness = freshness;
    }

    void want(ProductTopic topic) {
        Duration left = freshness.minus(topic.age());
        if (left.isNegative() || left.isZero()) {
            ask(topic.productId());
            return;
        }
        topic.greet();
        if (wantedLater.add(topic.productId())) {
            timers.after(left, () -> askLater(topic.productId()));
        }
    }

    private void askLater(long productId) {
        wantedLater.remove(productId);
        ask(productId);
    }

    private void ask(long productId) {
        wanted.add(productId);
        if (!asking) {
            asking = true;
            timers.soon(this::askNext);
        }
    }

    private void askNext() {
        List<Long> batch = takeWatched();
        if (batch.isEmpty()) {
            asking = false;
            return;
        }
        countQueries.of(batch).onComplete(this::answered, failure -> askAgain(batch));
    }

    private void answered(List<LikeCount> counts) {
        failures = 0;
        try {
            counts.forEach(this::confirm);
        } finally {
            askNext();
        }
    }

    private void confirm(LikeCount count) {
        ProductTopic topic = topics.watched(count.productId());
        if (topic != null) {
            topic.confirm(count);
        }
    }

    private void askAgain(List<Long> batch) {
        wanted.addAll(batch);
        timers.after(BACKOFF.delay(failures++), this::askNext);
    }

    private List<Long> takeWatched() {
        wanted.removeIf(id -> topics.watched(id) == null);
        Iterator<Long> ids = wanted.iterator();
        List<Long> batch = Stream.generate(ids::next)
                .limit(Math.min(wanted.size(), CountQueries.IDS_MAX))
                .toList();
        batch.forEach(wanted::remove);
        return batch;
    }
}
