package io.likewire.platform.broker;

import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.SqlFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.List;
import java.util.function.Function;

/**
 * Where RabbitMQ meets the event bus: the deliveries of a queue become a request to a local address, and its reply decides
 * what happens to them. One verdict per delivery, in their order: what is left without one is asked for again. Or a failure
 * for all of them: {@link #OUTAGE} when a part that they need is away, anything else when nobody knows what is wrong.
 */
public final class QueueHandlers {
    static final int OUTAGE = 1;
    private static final int UNKNOWN = 2;
    private static final long PATIENCE_MS = 15_000;

    record Batch(List<Delivery> deliveries) {}

    record Verdicts(List<Verdict> list) {}

    private QueueHandlers() {}

    /** Serves the local address of a queue. */
    public static MessageConsumer<Batch> serve(
            Vertx vertx, String queue, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        LocalCodec.register(vertx, Batch.class);
        LocalCodec.register(vertx, Verdicts.class);
        return vertx.eventBus().localConsumer(address(queue), message -> answer(message, handler));
    }

    static Future<List<Verdict>> ask(Vertx vertx, String queue, List<Delivery> deliveries) {
        DeliveryOptions options = new DeliveryOptions().setLocalOnly(true).setSendTimeout(PATIENCE_MS);
        return vertx.eventBus()
                .<Verdicts>request(address(queue), new Batch(deliveries), options)
                .map(reply -> reply.body().list());
    }

    static boolean isOutage(Throwable failure) {
        return failure instanceof ReplyException reply
                && (reply.failureCode() == OUTAGE || reply.failureType() != ReplyFailure.RECIPIENT_FAILURE);
    }

    private static void answer(Message<Batch> message, Function<List<Delivery>, Future<List<Verdict>>> handler) {
        Future<List<Verdict>> verdicts;
        try {
            verdicts = handler.apply(message.body().deliveries());
        } catch (RuntimeException failure) {
            verdicts = Future.failedFuture(failure);
        }
        verdicts.compose(list -> list.isEmpty() ? Future.failedFuture("no verdict") : Future.succeededFuture(list))
                .onSuccess(list -> message.reply(new Verdicts(list)))
                .onFailure(failure ->
                        message.fail(isTemporary(failure) ? OUTAGE : UNKNOWN, String.valueOf(failure.getMessage())));
    }

    private static boolean isTemporary(Throwable failure) {
        return SqlFailure.isWorthAnotherTry(failure)
                || (failure instanceof Refusal refusal && refusal.type().temporary());
    }

    private static String address(String queue) {
        return "likewire.in." + queue;
    }
}
