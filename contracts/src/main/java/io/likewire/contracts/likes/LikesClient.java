package io.likewire.contracts.likes;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.CallInterceptor;
import io.likewire.contracts.bus.Liker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Likes over the event bus. */
public final class LikesClient implements LikesService {
    public static final String LIKE = "like";
    public static final String UNLIKE = "unlike";

    /** Likes and unlikes on their way to the service, one or many in a message. */
    public static final String COMMANDS = "commands";

    private final BusClient bus;
    private final CallInterceptor interceptor;
    private final LikeGatherer gatherer;

    public LikesClient(Vertx vertx) {
        this(vertx, CallInterceptor.NONE);
    }

    /**
     * Likes and unlikes are sent many in one message when there are many.
     *
     * @param interceptor decides about each call before it is sent: about likes and unlikes when they are asked for, and about
     *     the messages that they go in
     */
    public LikesClient(Vertx vertx, CallInterceptor interceptor) {
        this.bus = new BusClient(vertx, Addresses.LIKES, interceptor);
        this.interceptor = interceptor;
        this.gatherer = new LikeGatherer(vertx, interceptor);
    }

    @Override
    public Future<LikeOutcome> like(long productId, Call call) {
        return interceptor.intercept(
                Addresses.LIKES, LIKE, call, admitted -> gatherer.submit(true, productId, admitted));
    }

    @Override
    public Future<LikeOutcome> unlike(long productId, Call call) {
        return interceptor.intercept(
                Addresses.LIKES, UNLIKE, call, admitted -> gatherer.submit(false, productId, admitted));
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Call call) {
        JsonObject body = new JsonObject().put("productIds", new JsonArray(List.copyOf(productIds)));
        return bus.askJson("counts", body, call, true).map(reply -> reply.getJsonArray("counts").stream()
                .map(state -> LikeState.fromJson((JsonObject) state))
                .toList());
    }

    @Override
    public Future<LikedPage> liked(long afterId, int limit, Call call) {
        JsonObject body = new JsonObject().put("afterId", afterId).put("limit", limit);
        return bus.<Buffer>ask("liked", body, call, true).map(reply -> {
            String lastId = reply.headers().get("last-id");
            return new LikedPage(reply.body(), lastId == null ? null : Long.valueOf(lastId));
        });
    }

    @Override
    public Future<Void> takeOver(Liker visitor, Call call) {
        return bus.ask("take-over", new JsonObject().put("visitor", visitor.toString()), call, true)
                .mapEmpty();
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit, Call call) {
        JsonObject body = new JsonObject().put("afterId", afterId).put("limit", limit);
        return bus.askJson("known", body, call, true).map(KnownProducts::fromJson);
    }

    @Override
    public Future<Long> highestAccount(Call call) {
        return bus.askJson("highest-account", new JsonObject(), call, true).map(reply -> reply.getLong("number"));
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return bus.askJson(BusClient.HEALTH, new JsonObject(), call, true);
    }
}
