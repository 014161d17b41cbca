package io.likewire.auth.domain;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Few at a time: what ends with a password being hashed begins only where that will be soon. Whoever is refused has cost
 * nothing, no statement and no attempt. On the context of its verticle.
 */
final class Admission {
    private final int most;
    private int inside;

    Admission(int most) {
        this.most = most;
    }

    <T> Future<T> admit(Supplier<Future<T>> work) {
        if (inside >= most) {
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Too many log in at once"));
        }
        inside++;
        return work.get().onComplete(done -> inside--);
    }
}
