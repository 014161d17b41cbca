package io.likewire.tutorial.out;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesFact;
import io.likewire.contracts.events.MalformedFact;
import io.likewire.contracts.events.ProductFact;
import io.likewire.platform.messaging.Delivery;
import io.likewire.tutorial.wire.TutorialMessage;
import java.util.List;
import java.util.function.Function;

/**
 * A fact of ours.
 *
 * @param translate what the tutorial's services are to be told because of it
 */
public record Heard(long productId, Function<Told, List<TutorialMessage>> translate) {
    /** @throws MalformedFact when it is none */
    static Heard read(Delivery delivery) {
        EventType type = EventType.ofWireName(delivery.type())
                .orElseThrow(() -> new MalformedFact("Expected a fact, but got type " + delivery.type()));
        if (type == EventType.PRODUCT_LIKES_CHANGED) {
            LikesFact fact = LikesFact.read(delivery.body());
            return new Heard(fact.productId(), told -> told.hear(fact));
        }
        ProductFact fact = ProductFact.read(type, delivery.body());
        return new Heard(fact.id(), told -> told.hear(type, fact));
    }
}
