package io.likewire.tutorial.outbound;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.likewire.tutorial.domain.BridgedEvent;
import io.likewire.tutorial.domain.BridgedProduct;
import io.likewire.tutorial.store.SqlBridgedProducts;
import io.likewire.tutorial.wire.TutorialMessage;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * Our events, which become messages in the tutorial's form, written with what has been told in one transaction.
 *
 * @param likes what is told of a count
 * @param joined whether the products that were there before are known; events wait until then
 * @param written told after messages have been written
 */
public record OutgoingEvents(
        SqlBridgedProducts told,
        BiFunction<BridgedProduct, LikesEvent, List<TutorialMessage>> likes,
        BooleanSupplier joined,
        Runnable written) {
    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        if (!joined.getAsBoolean()) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The bridge is still joining"));
        }
        List<BridgedEvent> events = new ArrayList<>(deliveries.size());
        List<Verdict> verdicts = Verdict.of(deliveries, this::read, events::add);
        return told.tell(events).onSuccess(done -> written.run()).map(verdicts);
    }

    private BridgedEvent read(Delivery delivery) {
        EventType type = EventType.ofWireName(delivery.type())
                .orElseThrow(() -> new MalformedEvent("Expected an event, but got type " + delivery.type()));
        if (type == EventType.PRODUCT_LIKES_CHANGED) {
            LikesEvent event = LikesEvent.read(delivery.body());
            return new BridgedEvent(event.productId(), product -> likes.apply(product, event));
        }
        ProductEvent event = ProductEvent.read(type, delivery.body());
        return new BridgedEvent(event.id(), told -> told.hear(type, event));
    }
}
