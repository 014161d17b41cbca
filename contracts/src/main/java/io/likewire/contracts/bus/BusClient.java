package io.likewire.contracts.bus;

import static io.vertx.core.eventbus.ReplyFailure.NO_HANDLERS;
import static io.vertx.core.eventbus.ReplyFailure.RECIPIENT_FAILURE;
import static io.vertx.core.eventbus.ReplyFailure.TIMEOUT;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks one address of the event bus. Inside the caller's deadline a request is sent at most twice: again when nobody
 * was there (nothing ran), and again when the first answer didn't come in time and a second execution does no harm
 * (a question, or a command with an id). Fails with a {@link Refusal} only.
 */
public final class BusClient {
    /** The action by which every service says how it is. */
    public static final String HEALTH = "health";

    private static final double SHARE_OF_FIRST_TRY = 0.45;
    private static final int REGISTRATION_GAP_MS = 60;

    private final Vertx vertx;
    private final String address;
    private final CallInterceptor interceptor;

    public BusClient(Vertx vertx, String address) {
        this(vertx, address, CallInterceptor.NONE);
    }

    /** @param interceptor decides about each call before it is sent */
    public BusClient(Vertx vertx, String address, CallInterceptor interceptor) {
        this.vertx = vertx;
        this.address = address;
        this.interceptor = interceptor;
    }

    /**
     * @param action which of the service's actions
     * @param body its arguments: JSON, or bytes
     * @param repeatable whether a second execution does no harm
     */
    public <T> Future<Message<T>> ask(String action, Object body, Call call, boolean repeatable) {
        return interceptor.intercept(
                address, action, call, admitted -> sendTwiceAtMost(action, body, admitted, repeatable));
    }

    /** What is asked and answered in JSON. */
    public Future<JsonObject> askJson(String action, JsonObject body, Call call, boolean repeatable) {
        return this.<JsonObject>ask(action, body, call, repeatable).map(Message::body);
    }

    private <T> Future<Message<T>> sendTwiceAtMost(String action, Object body, Call call, boolean repeatable) {
        long patience = repeatable ? Math.round(call.remaining() * SHARE_OF_FIRST_TRY) : call.remaining();
        return this.<T>send(action, body, call, patience).recover(failure -> {
            ReplyException reply = failure instanceof ReplyException r ? r : null;
            if (reply != null && reply.failureType() == NO_HANDLERS && call.remaining() > REGISTRATION_GAP_MS) {
                return vertx.timer(REGISTRATION_GAP_MS, TimeUnit.MILLISECONDS)
                        .compose(later -> this.<T>send(action, body, call, call.remaining()))
                        .recover(this::refuse);
            }
            if (reply != null && reply.failureType() == TIMEOUT && repeatable && !call.expired()) {
                return this.<T>send(action, body, call, call.remaining()).recover(this::refuse);
            }
            return refuse(failure);
        });
    }

    private <T> Future<Message<T>> send(String action, Object body, Call call, long patience) {
        if (patience <= 0) {
            return Future.failedFuture(new Refusal(ProblemType.TIMEOUT, "No time was left to ask " + address));
        }
        DeliveryOptions options = new DeliveryOptions().setSendTimeout(patience).addHeader("action", action);
        // Not the caller's deadline: what is played after its own try has ended could come after the second try's
        // effect.
        call.within(Duration.ofMillis(patience)).writeTo(options.getHeaders());
        RequestId.writeTo(options.getHeaders());
        return vertx.eventBus().request(address, body, options);
    }

    private <T> Future<T> refuse(Throwable failure) {
        if (failure instanceof Refusal) {
            return Future.failedFuture(failure);
        }
        if (!(failure instanceof ReplyException reply)) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "Asking " + address + " failed", failure));
        }
        if (reply.failureType() == RECIPIENT_FAILURE) {
            return Future.failedFuture(Refusal.fromBus(reply.failureCode(), reply.getMessage()));
        }
        return Future.failedFuture(
                reply.failureType() == NO_HANDLERS
                        ? new Refusal(ProblemType.UNAVAILABLE, "No node serves " + address + " at the moment")
                        : new Refusal(ProblemType.TIMEOUT, address + " did not answer in time"));
    }
}
