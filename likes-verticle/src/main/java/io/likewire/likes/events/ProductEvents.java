package io.likewire.likes.events;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.MalformedFact;
import io.likewire.contracts.events.ProductFact;
import io.likewire.likes.domain.LikeStore;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.messaging.Delivery;
import io.likewire.platform.messaging.Verdict;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Product facts, which bring the replica forward. Of many for one product only the newest state is written. */
public final class ProductEvents {
    private final LikeStore store;

    private final Runnable deleted;

    /** @param deleted told after products have been deleted */
    public ProductEvents(LikeStore store, Runnable deleted) {
        this.store = store;
        this.deleted = deleted;
    }

    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        List<Verdict> verdicts = new ArrayList<>(deliveries.size());
        Map<Long, ReplicaChange> newest = new HashMap<>();
        for (Delivery delivery : deliveries) {
            try {
                ReplicaChange change = read(delivery);
                newest.merge(change.productId(), change, ProductEvents::newer);
                verdicts.add(Verdict.APPLIED);
            } catch (MalformedFact malformed) {
                verdicts.add(Verdict.poison(malformed.getMessage()));
            }
        }
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
                .orElseThrow(() -> new MalformedFact("Expected a product fact, but got type " + delivery.type()));
        ProductFact fact = ProductFact.read(type, delivery.body());
        return new ReplicaChange(fact.id(), fact.version(), type == EventType.PRODUCT_DELETED);
    }
}
