package io.likewire.tutorial.inbound;

import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductsService;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.likewire.tutorial.store.SqlBridgedProducts;
import io.likewire.tutorial.transfer.MessageIdentity;
import io.likewire.tutorial.wire.TutorialEvent;
import io.likewire.tutorial.wire.TutorialForm;
import io.likewire.tutorial.wire.TutorialForm.Product;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/**
 * What the tutorial's products service tells of its products becomes so on our side, in the order in which it was told. A
 * repeat changes nothing, and nobody comes back from the dead. What it has is taken down first: only likes of that are told.
 */
public record IncomingProducts(ProductsService products, SqlBridgedProducts told) {
    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        return CommandPieces.apply(deliveries, 1, this::apply);
    }

    private Future<Verdict> apply(Delivery delivery) {
        try {
            UUID messageIdentity = UUID.fromString(delivery.messageId());
            return switch (TutorialEvent.of(delivery.contentType())) {
                case PRODUCT_CREATED, PRODUCT_UPDATED ->
                    adopt(TutorialForm.readProduct(delivery.body()), messageIdentity);
                case PRODUCT_DELETED -> delete(TutorialForm.readId(delivery.body()), messageIdentity);
                case PRODUCT_LIKED -> throw new MalformedEvent("Expected a product event, but got product_liked");
            };
        } catch (MalformedEvent malformed) {
            return Future.succeededFuture(Verdict.poison(malformed.getMessage()));
        }
    }

    private Future<Verdict> adopt(Product product, UUID messageIdentity) {
        return told.known(List.of(product.id()))
                .compose(done -> unlessGone(
                        products.adopt(product.id(), product.draft(), MessageIdentity.command(messageIdentity))));
    }

    private Future<Verdict> delete(long id, UUID messageIdentity) {
        return told.gone(id).compose(done -> unlessGone(products.delete(id, MessageIdentity.command(messageIdentity))));
    }

    private static Future<Verdict> unlessGone(Future<?> command) {
        return command.map(Verdict.APPLIED)
                .recover(failure -> failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND
                        ? Future.succeededFuture(Verdict.APPLIED)
                        : Future.failedFuture(failure));
    }
}
