package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest count of each product that changed lately; those that changed longest ago make room. */
final class RecentCounts {
    private final int limit;
    private final Map<Long, LikeCount> counts = new LinkedHashMap<>();

    RecentCounts(int limit) {
        this.limit = limit;
    }

    /** Whether it was news. */
    boolean offer(LikeCount count) {
        LikeCount known = counts.get(count.productId());
        if (known != null && known.version() >= count.version()) {
            return false;
        }
        counts.remove(count.productId());
        counts.put(count.productId(), count);
        if (counts.size() > limit) {
            counts.remove(counts.keySet().iterator().next());
        }
        return true;
    }

    void remove(LikeCount count) {
        counts.remove(count.productId());
    }

    void clear() {
        counts.clear();
    }

    /** Ids of those that changed last. */
    List<Long> newest(int most) {
        return counts.keySet().stream().skip(Math.max(0, counts.size() - most)).toList();
    }

    Collection<LikeCount> values() {
        return counts.values();
    }
}
