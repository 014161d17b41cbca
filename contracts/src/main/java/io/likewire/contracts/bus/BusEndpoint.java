package io.likewire.contracts.bus;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.Map;

/**
 * Answers one address: header {@code action} picks the handler, expired requests are dropped, failures become
 * {@link Refusal}s on the wire. {@link #leave()} stops new work and waits for what runs.
 */
public final class BusEndpoint {
    /** One action: arguments and call in, {@link Answer} out. @param <B> JSON, or bytes */
    public interface Action<B> {
        Future<Answer> run(B body, Call call);
    }

    private final MessageConsumer<Object> consumer;
    private final Map<String, Action<?>> actions;
    private final EndpointObserver observer;
    private final Promise<Void> drained = Promise.promise();
    private boolean leaving;
    private int running;

    /**
     * @param observer told of every answer, and of every failure that is no {@link Refusal}; then the caller gets an
     *     internal error
     */
    public BusEndpoint(
            Vertx vertx, String address, Map<String, ? extends Action<?>> actions, EndpointObserver observer) {
        this.actions = Map.copyOf(actions);
        this.observer = observer;
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

    private void handle(Message<Object> message) {
        running++;
        RequestId.enter(RequestId.readFrom(message.headers()));
        long begun = System.nanoTime();
        answer(message)
                .onSuccess(answer -> message.reply(answer.body(), answer.options()))
                .onFailure(failure -> fail(message, failure))
                .onComplete(answer -> {
                    observe(message, answer, System.nanoTime() - begun);
                    running--;
                    completeIfDrained();
                });
    }

    private Future<Answer> answer(Message<Object> message) {
        try {
            Call call = Call.readFrom(message.headers());
            if (call.expired()) {
                return Future.failedFuture(new Refusal(ProblemType.TIMEOUT, "The request came after its deadline"));
            }
            @SuppressWarnings("unchecked")
            Action<Object> action =
                    (Action<Object>) actions.get(message.headers().get("action"));
            return action == null
                    ? Future.failedFuture(new Refusal(ProblemType.INTERNAL, "No such action"))
                    : action.run(message.body(), call);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private void fail(Message<Object> message, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            message.fail(refusal.type().busCode(), refusal.toBus());
            return;
        }
        MultiMap headers = message.headers();
        observer.failed(new UnexpectedFailure(headers.get("action"), RequestId.readFrom(headers), failure));
        message.fail(ProblemType.INTERNAL.busCode(), ProblemType.INTERNAL.title());
    }

    private void observe(Message<Object> message, AsyncResult<Answer> answer, long nanos) {
        String action = message.headers().get("action");
        boolean known = action != null && actions.containsKey(action);
        observer.answered(consumer.address(), known ? action : "none", outcome(answer), nanos);
    }

    private static String outcome(AsyncResult<Answer> answer) {
        if (answer.succeeded()) {
            return "done";
        }
        return answer.cause() instanceof Refusal refusal ? refusal.type().slug() : ProblemType.INTERNAL.slug();
    }

    private void completeIfDrained() {
        if (leaving && running == 0) {
            drained.tryComplete();
        }
    }
}
