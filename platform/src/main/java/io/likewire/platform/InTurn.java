package io.likewire.platform;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** One after the other. */
public final class InTurn {
    private InTurn() {}

    /** Each begins when the one before has succeeded; fails with the first that fails, and none follows it. */
    public static <T> Future<Void> each(List<T> all, Function<T, Future<?>> step) {
        Future<Void> done = Future.succeededFuture();
        for (T one : all) {
            done = done.compose(before -> step.apply(one).mapEmpty());
        }
        return done;
    }
}
