package io.likewire.contracts.likes;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.BusEndpoint.Action;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.EndpointObserver;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestId;
import io.likewire.contracts.likes.LikeCommands.Command;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The other side of {@link LikesClient}. */
public final class LikesEndpoint {
    private LikesEndpoint() {}

    /** @param observer told of every answer, and of failures that are no refusals */
    public static BusEndpoint open(Vertx vertx, LikesService likes, EndpointObserver observer) {
        Action<Buffer> commands = (bytes, call) -> commands(vertx, likes, bytes, call);
        Map<String, Action<?>> actions = new HashMap<>(actions(likes));
        actions.put(LikesClient.COMMANDS, commands);
        return new BusEndpoint(vertx, Addresses.LIKES, actions, observer);
    }

    private static Map<String, Action<JsonObject>> actions(LikesService likes) {
        return Map.of(
                LikesClient.LIKE,
                (body, call) -> likes.like(body.getLong("productId"), call).map(o -> Answer.json(o.toJson())),
                LikesClient.UNLIKE,
                (body, call) -> likes.unlike(body.getLong("productId"), call).map(o -> Answer.json(o.toJson())),
                "counts",
                (body, call) -> likes.counts(ids(body), call).map(LikesEndpoint::counts),
                "liked",
                (body, call) -> likes.liked(body.getLong("afterId"), body.getInteger("limit"), call)
                        .map(page -> Answer.bytes(page.json()).header("last-id", page.lastId())),
                "take-over",
                (body, call) -> likes.takeOver(Liker.parse(body.getString("visitor")), call)
                        .map(done -> Answer.nothing()),
                "known",
                (body, call) -> likes.known(body.getLong("afterId"), body.getInteger("limit"), call)
                        .map(known -> Answer.json(known.toJson())),
                "highest-account",
                (body, call) ->
                        likes.highestAccount(call).map(number -> Answer.json(new JsonObject().put("number", number))),
                BusClient.HEALTH,
                (body, call) -> likes.health(call).map(Answer::json));
    }

    private static Future<Answer> commands(Vertx vertx, LikesService likes, Buffer bytes, Call call) {
        List<Future<LikeOutcome>> answers = LikeCommands.read(bytes).stream()
                .map(command -> RequestId.on(vertx, command.requestId(), () -> command(likes, command, call)))
                .toList();
        return Future.join(answers)
                .transform(settled -> Future.succeededFuture(Answer.bytes(LikeCommands.writeAnswers(answers))));
    }

    /** @param message what is played after its own try could come after the next try's effect */
    private static Future<LikeOutcome> command(LikesService likes, Command command, Call message) {
        Call call = command.call();
        Call own = call.deadline() <= message.deadline() ? call : call.until(message.deadline());
        try {
            return likes.amongOthers(command.like(), command.productId(), own);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private static List<Long> ids(JsonObject body) {
        return body.getJsonArray("productIds").stream()
                .map(id -> ((Number) id).longValue())
                .toList();
    }

    private static Answer counts(List<LikeState> states) {
        JsonArray array = new JsonArray(states.stream().map(LikeState::toJson).toList());
        return Answer.json(new JsonObject().put("counts", array));
    }
}
