package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.ClientQuota;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The products that somebody watches. */
final class ProductTopics {
    private static final int WATCHED_MAX = 20_000;

    private final Map<Long, ProductTopic> watched = new HashMap<>();
    private final ClientQuota quota = new ClientQuota("watched product", WATCHED_MAX);
    private final Timers timers;
    private final Duration gap;
    private final Snapshots snapshots;

    ProductTopics(CountQueries countQueries, Timers timers, PushIntervals times) {
        this.timers = timers;
        this.gap = times.frameGap();
        this.snapshots = new Snapshots(countQueries, this, timers, times.freshness());
    }

    /**
     * Kept once somebody watches it, and no longer. Counts for the client that was the first to watch it.
     *
     * @return null when too many different ones are watched, by all or by this client
     */
    ProductTopic topic(long productId, ClientAddress client) {
        ProductTopic topic = watched.get(productId);
        if (topic == null && quota.hasRoom(client, 1)) {
            return new ProductTopic(productId, client, this, timers, gap);
        }
        return topic;
    }

    /** Whether all of these can be watched. */
    boolean hasRoomFor(Collection<Long> productIds, ClientAddress client) {
        long more = productIds.stream().filter(id -> !watched.containsKey(id)).count();
        return quota.hasRoom(client, (int) more);
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
        if (watched.put(topic.productId(), topic) == null) {
            quota.take(topic.client());
        }
        snapshots.want(topic);
    }

    void abandoned(ProductTopic topic) {
        if (watched.remove(topic.productId(), topic)) {
            quota.release(topic.client());
        }
    }
}
