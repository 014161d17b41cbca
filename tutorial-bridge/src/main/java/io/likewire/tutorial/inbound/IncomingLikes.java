package io.likewire.tutorial.inbound;

import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.likewire.tutorial.transfer.MessageIdentity;
import io.likewire.tutorial.wire.TutorialEvent;
import io.likewire.tutorial.wire.TutorialForm;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Likes that the tutorial's likes service has told of become likes of ours: each once, however often it is delivered. */
public record IncomingLikes(LikesService likes) {
    private static final int AT_ONCE = 64;

    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        return CommandPieces.apply(deliveries, AT_ONCE, this::like);
    }

    private Future<Verdict> like(Delivery delivery) {
        try {
            TutorialEvent event = TutorialEvent.of(delivery.contentType());
            if (event != TutorialEvent.PRODUCT_LIKED) {
                throw new MalformedEvent("Expected product_liked, but got " + event.wireName());
            }
            return like(TutorialForm.readId(delivery.body()), UUID.fromString(delivery.messageId()));
        } catch (MalformedEvent malformed) {
            return Future.succeededFuture(Verdict.poison(malformed.getMessage()));
        }
    }

    private Future<Verdict> like(long productId, UUID messageIdentity) {
        return likes.like(productId, MessageIdentity.command(messageIdentity))
                .map(Verdict.APPLIED)
                .recover(failure -> failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND
                        ? Future.succeededFuture(Verdict.poison("There is no product " + productId))
                        : Future.failedFuture(failure));
    }
}
