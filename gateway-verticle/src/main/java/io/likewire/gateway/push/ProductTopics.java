package io.likewire.gateway.push;

import io.likewire.contracts.likes.LikeCount;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The products that somebody watches. */
final class ProductTopics {
    private static final int WATCHED_MAX = 20_000;

    private final Map<Long, ProductTopic> watched = new HashMap<>();
    private final Timers timers;
    private final Duration gap;
    private final Snapshots snapshots;

    ProductTopics(TrueCounts trueCounts, Timers timers, PushTimes times) {
        this.timers = timers;
        this.gap = times.frameGap();
        this.snapshots = new Snapshots(trueCounts, this, timers, times.freshness());
    }

    /** Kept once somebody watches it, and no longer. Null when too many different ones are watched. */
    ProductTopic topic(long productId) {
        if (watched.size() >= WATCHED_MAX && !watched.containsKey(productId)) {
            return null;
        }
        ProductTopic topic = watched.get(productId);
        return topic == null ? new ProductTopic(productId, this, timers, gap) : topic;
    }

    /** Whether all of these can be watched. */
    boolean hasRoomFor(Collection<Long> productIds) {
        long more = productIds.stream().filter(id -> !watched.containsKey(id)).count();
        return watched.size() + more <= WATCHED_MAX;
    }

    /** Null when nobody watches. */
    ProductTopic watched(long productId) {
        return watched.get(productId);
    }

    List<Long> ids() {
        return List.copyOf(watched.keySet());
    }

    void offer(LikeCount count) {
        ProductTopic topic = watched.get(count.productId());
        if (topic != null) {
            topic.offer(count);
        }
    }

    void joined(ProductTopic topic) {
        watched.put(topic.productId(), topic);
        snapshots.want(topic);
    }

    void abandoned(ProductTopic topic) {
        watched.remove(topic.productId(), topic);
    }
}
