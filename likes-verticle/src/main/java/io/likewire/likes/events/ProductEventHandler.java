package io.likewire.likes.events;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.likes.domain.LikeStore;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Product events, which bring the replica forward. Of many for one product only the newest state is written.
 *
 * @param deleted told after products have been deleted
 */
public record ProductEventHandler(LikeStore store, Runnable deleted) {
    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        Map<Long, ReplicaChange> newest = new HashMap<>();
        List<Verdict> verdicts = Verdict.of(
                deliveries,
                ProductEventHandler::read,
                change -> newest.merge(change.productId(), change, ProductEventHandler::newer));
        return newest.isEmpty()
                ? Future.succeededFuture(verdicts)
                : store.learn(newest.values())
                        .onSuccess(learned -> tell(newest))
                        .map(verdicts);
    }

    private void tell(Map<Long, ReplicaChange> changes) {
        if (changes.values().stream().anyMatch(ReplicaChange::deleted)) {
            deleted.run();
        }
    }

    private static ReplicaChange newer(ReplicaChange a, ReplicaChange b) {
        return new ReplicaChange(
                a.productId(), Math.max(a.productVersion(), b.productVersion()), a.deleted() || b.deleted());
    }

    private static ReplicaChange read(Delivery delivery) {
        EventType type = EventType.ofWireName(delivery.type())
                .filter(known -> known != EventType.PRODUCT_LIKES_CHANGED)
                .orElseThrow(() -> new MalformedEvent("Expected a product event, but got type " + delivery.type()));
        ProductEvent event = ProductEvent.read(type, delivery.body());
        return new ReplicaChange(event.id(), event.version(), type == EventType.PRODUCT_DELETED);
    }
}
