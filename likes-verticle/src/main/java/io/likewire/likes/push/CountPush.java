package io.likewire.likes.push;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells every gateway of new counts, at most twenty times a second: at once when it was quiet, otherwise conflated. What
 * doesn't fit is dropped, the oldest first: gateways ask again for what they show.
 */
public final class CountPush {
    private static final long GAP_MS = 50;
    private static final int MOST_WAITING = 10_000;

    private final Vertx vertx;
    private final Map<Long, LikeCount> waiting = new LinkedHashMap<>();
    private Context latest;
    private boolean gap;

    public CountPush(Vertx vertx) {
        this.vertx = vertx;
    }

    public void push(Iterable<LikeCount> counts) {
        counts.forEach(this::keepNewest);
        latest = vertx.getOrCreateContext();
        if (!gap) {
            publish();
        }
    }

    private void keepNewest(LikeCount count) {
        LikeCount known = waiting.remove(count.productId());
        waiting.put(count.productId(), known == null || known.version() < count.version() ? count : known);
        if (waiting.size() > MOST_WAITING) {
            Iterator<Long> oldest = waiting.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private void publish() {
        if (waiting.isEmpty()) {
            return;
        }
        List<LikeCount> message = new ArrayList<>();
        Iterator<LikeCount> counts = waiting.values().iterator();
        while (counts.hasNext() && message.size() < LikePush.MAX_COUNTS) {
            message.add(counts.next());
            counts.remove();
        }
        LikePush.publish(vertx, message);
        gap = true;
        // Under the name of the last one who changed something, not of the one before the gap.
        vertx.setTimer(
                GAP_MS,
                over -> latest.runOnContext(turn -> {
                    gap = false;
                    publish();
                }));
    }
}
