package io.likewire.contracts.operations;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.BusEndpoint.Action;
import io.likewire.contracts.bus.EndpointObserver;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The other side of {@link DeadLettersClient}. */
public final class DeadLettersEndpoint {
    private DeadLettersEndpoint() {}

    /** @param observer told of every answer, and of failures that are no refusals */
    public static BusEndpoint open(Vertx vertx, DeadLettersService messages, EndpointObserver observer) {
        Map<String, Action<JsonObject>> actions = Map.of(
                "list",
                (body, call) ->
                        messages.list(lot(body), body.getInteger("limit"), call).map(Answer::json),
                "replay",
                (body, call) ->
                        messages.replay(lot(body), body.getString("id"), call).map(Answer::json),
                "drop",
                (body, call) ->
                        messages.drop(lot(body), body.getString("id"), call).map(Answer::json));
        return new BusEndpoint(vertx, Addresses.MESSAGES, actions, observer);
    }

    private static DeadLetterQueueName lot(JsonObject body) {
        return DeadLetterQueueName.valueOf(body.getString("lot"));
    }
}
