package io.likewire.platform.operations;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.events.Names;
import io.likewire.contracts.operations.MessageLotName;
import io.likewire.contracts.operations.MessagesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** The same lots for those who ask over the event bus. Who may, and the audit, is the gateway's business. */
public final class BusLots implements MessagesService {
    private final Map<MessageLotName, MessageLot> lots;

    public BusLots(Vertx vertx, URI broker) {
        this.lots = Map.of(
                MessageLotName.PARKED, new MessageLot(vertx, broker, Names.PARKED),
                MessageLotName.UNROUTED, new MessageLot(vertx, broker, Names.UNROUTED));
    }

    @Override
    public Future<JsonObject> list(MessageLotName lot, int limit, Call call) {
        return answer(lots.get(lot).list(limit));
    }

    @Override
    public Future<JsonObject> replay(MessageLotName lot, String id, Call call) {
        return answer(lots.get(lot).replay(id));
    }

    @Override
    public Future<JsonObject> drop(MessageLotName lot, String id, Call call) {
        return answer(lots.get(lot).drop(id));
    }

    private static Future<JsonObject> answer(Future<JsonObject> result) {
        return result.recover(failure ->
                Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The broker did not answer", failure)));
    }
}
