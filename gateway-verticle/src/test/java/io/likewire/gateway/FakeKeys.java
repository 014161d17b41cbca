package io.likewire.gateway;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Idempotency keys in memory. */
final class FakeKeys<T> {
    private record Kept<T>(RequestKey key, T answer) {}

    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final UnaryOperator<T> replay;

    FakeKeys(UnaryOperator<T> replay) {
        this.replay = replay;
    }

    void forget() {
        kept.clear();
    }

    Future<T> once(Call call, Supplier<Future<T>> effect) {
        RequestKey key = call.idempotencyKey();
        if (key == null) {
            return effect.get();
        }
        Kept<T> known = kept.get(key.id());
        if (known == null) {
            return effect.get().onSuccess(answer -> kept.put(key.id(), new Kept<>(key, answer)));
        }
        return known.key().equals(key)
                ? Future.succeededFuture(replay.apply(known.answer()))
                : Future.failedFuture(new Refusal(ProblemType.IDEMPOTENCY_MISMATCH, "Used for another request"));
    }
}
