package io.likewire.platform.deadletters;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.operations.DeadLetterQueueName;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** Dead-lettered messages of the broker. Who may ask, and the audit, is the business of who lets them ask. */
public final class BrokerDeadLetters implements DeadLettersService {
    private final Map<DeadLetterQueueName, DeadLetterQueue> lots;

    public BrokerDeadLetters(Vertx vertx, URI broker) {
        this.lots = Map.of(
                DeadLetterQueueName.PARKED, new DeadLetterQueue(vertx, broker, BrokerNames.PARKED),
                DeadLetterQueueName.UNROUTED, new DeadLetterQueue(vertx, broker, BrokerNames.UNROUTED));
    }

    @Override
    public Future<JsonObject> list(DeadLetterQueueName lot, int limit, Call call) {
        return answer(lots.get(lot).list(limit));
    }

    @Override
    public Future<JsonObject> replay(DeadLetterQueueName lot, String id, Call call) {
        return answer(lots.get(lot).replay(id));
    }

    @Override
    public Future<JsonObject> drop(DeadLetterQueueName lot, String id, Call call) {
        return answer(lots.get(lot).drop(id));
    }

    private static Future<JsonObject> answer(Future<JsonObject> result) {
        return result.recover(failure ->
                Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The broker did not answer", failure)));
    }
}
