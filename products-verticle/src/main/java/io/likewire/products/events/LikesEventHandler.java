package io.likewire.products.events;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.likewire.products.domain.LikeCounts;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changed counts from the likes side. Of many for one product only the newest is applied. */
public record LikesEventHandler(LikeCounts counts) {
    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        Map<Long, LikeCount> newest = new HashMap<>();
        List<Verdict> verdicts = Verdict.of(
                deliveries,
                LikesEventHandler::read,
                count -> newest.merge(count.productId(), count, (a, b) -> a.version() >= b.version() ? a : b));
        return newest.isEmpty()
                ? Future.succeededFuture(verdicts)
                : counts.apply(newest.values()).map(verdicts);
    }

    private static LikeCount read(Delivery delivery) {
        if (!EventType.PRODUCT_LIKES_CHANGED.wireName().equals(delivery.type())) {
            throw new MalformedEvent("Expected type product_likes_changed, but got " + delivery.type());
        }
        LikesEvent event = LikesEvent.read(delivery.body());
        return new LikeCount(event.productId(), event.likes(), event.version());
    }
}
