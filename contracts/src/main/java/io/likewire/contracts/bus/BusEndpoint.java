package io.likewire.contracts.bus;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Answers one address: header {@code action} picks the handler, expired requests are dropped, failures become
 * {@link Refusal}s on the wire. {@link #leave()} stops new work and waits for what runs.
 */
public final class BusEndpoint {
    /** One action: arguments and call in, {@link Answer} out. */
    public interface Action {
        Future<Answer> run(JsonObject body, Call call);
    }

    private final MessageConsumer<JsonObject> consumer;
    private final Map<String, Action> actions;
    private final Consumer<Throwable> unexpected;
    private final Promise<Void> drained = Promise.promise();
    private boolean leaving;
    private int running;

    /**
     * @param unexpected told of every failure that is no {@link Refusal}, as an {@link UnexpectedFailure}; the caller gets
     *     an internal error
     */
    public BusEndpoint(Vertx vertx, String address, Map<String, Action> actions, Consumer<Throwable> unexpected) {
        this.actions = Map.copyOf(actions);
        this.unexpected = unexpected;
        this.consumer = vertx.eventBus().consumer(address);
        consumer.handler(this::handle);
    }

    /** Completes when every node of the cluster knows this endpoint. */
    public Future<Void> registered() {
        return consumer.completion();
    }

    /** Leaves the address. What still arrives is answered; {@link #drained()} waits for it. */
    public Future<Void> leave() {
        return consumer.unregister();
    }

    /** Completes when nothing that this endpoint accepted still runs. Call after {@link #leave()}. */
    public Future<Void> drained() {
        leaving = true;
        completeIfDrained();
        return drained.future();
    }

    private void handle(Message<JsonObject> message) {
        running++;
        RequestId.enter(RequestId.readFrom(message.headers()));
        answer(message)
                .onSuccess(answer -> message.reply(answer.body(), answer.options()))
                .onFailure(failure -> fail(message, failure))
                .onComplete(done -> {
                    running--;
                    completeIfDrained();
                });
    }

    private Future<Answer> answer(Message<JsonObject> message) {
        try {
            Call call = Call.readFrom(message.headers());
            if (call.expired()) {
                return Future.failedFuture(new Refusal(ProblemType.TIMEOUT, "The request came after its deadline"));
            }
            Action action = actions.get(message.headers().get("action"));
            return action == null
                    ? Future.failedFuture(new Refusal(ProblemType.INTERNAL, "No such action"))
                    : action.run(message.body(), call);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private void fail(Message<JsonObject> message, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            message.fail(refusal.type().busCode(), refusal.toBus());
            return;
        }
        MultiMap headers = message.headers();
        unexpected.accept(new UnexpectedFailure(headers.get("action"), RequestId.readFrom(headers), failure));
        message.fail(ProblemType.INTERNAL.busCode(), ProblemType.INTERNAL.title());
    }

    private void completeIfDrained() {
        if (leaving && running == 0) {
            drained.tryComplete();
        }
    }
}
