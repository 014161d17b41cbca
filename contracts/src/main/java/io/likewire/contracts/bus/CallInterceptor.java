package io.likewire.contracts.bus;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * Stands around each call of a {@link BusClient}: lets it pass, gives it less time, or fails it with a {@link Refusal}
 * before anything is sent. A second try is part of the same call.
 */
public interface CallInterceptor {
    /** Lets every call pass. */
    CallInterceptor NONE = CallInterceptor::pass;

    /** @param ask sends the call and waits for its answer; applied once, or not at all */
    <T> Future<T> intercept(String address, String action, Call call, Function<Call, Future<T>> ask);

    private static <T> Future<T> pass(String address, String action, Call call, Function<Call, Future<T>> ask) {
        return ask.apply(call);
    }
}
