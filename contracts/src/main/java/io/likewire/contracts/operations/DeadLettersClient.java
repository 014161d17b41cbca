package io.likewire.contracts.operations;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Dead-lettered messages, over the event bus. */
public final class DeadLettersClient implements DeadLettersService {
    private final BusClient bus;

    public DeadLettersClient(Vertx vertx) {
        this.bus = new BusClient(vertx, Addresses.MESSAGES);
    }

    @Override
    public Future<JsonObject> list(DeadLetterQueueName lot, int limit, Call call) {
        return bus.askJson("list", of(lot).put("limit", limit), call, true);
    }

    /** Not sent twice: a message that the first one sent on may have been parked again since. */
    @Override
    public Future<JsonObject> replay(DeadLetterQueueName lot, String id, Call call) {
        return bus.askJson("replay", of(lot).put("id", id), call, false);
    }

    @Override
    public Future<JsonObject> drop(DeadLetterQueueName lot, String id, Call call) {
        return bus.askJson("drop", of(lot).put("id", id), call, false);
    }

    private static JsonObject of(DeadLetterQueueName lot) {
        return new JsonObject().put("lot", lot.name());
    }
}
