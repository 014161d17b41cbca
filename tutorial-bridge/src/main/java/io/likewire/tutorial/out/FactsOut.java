package io.likewire.tutorial.out;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesFact;
import io.likewire.contracts.events.MalformedFact;
import io.likewire.contracts.events.ProductFact;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.messaging.Delivery;
import io.likewire.platform.messaging.Verdict;
import io.likewire.tutorial.domain.Heard;
import io.likewire.tutorial.store.SqlTold;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Our facts, which become messages in the tutorial's form, written with what has been told in one transaction. */
public final class FactsOut {
    private final SqlTold told;
    private final BooleanSupplier joined;
    private final Runnable written;

    /**
     * @param joined whether the products that were there before are known; facts wait until then
     * @param written told after messages have been written
     */
    public FactsOut(SqlTold told, BooleanSupplier joined, Runnable written) {
        this.told = told;
        this.joined = joined;
        this.written = written;
    }

    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        if (!joined.getAsBoolean()) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The bridge is still joining"));
        }
        List<Verdict> verdicts = new ArrayList<>(deliveries.size());
        List<Heard> heard = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            try {
                heard.add(read(delivery));
                verdicts.add(Verdict.APPLIED);
            } catch (MalformedFact malformed) {
                verdicts.add(Verdict.poison(malformed.getMessage()));
            }
        }
        return told.tell(heard).onSuccess(done -> written.run()).map(verdicts);
    }

    private static Heard read(Delivery delivery) {
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
