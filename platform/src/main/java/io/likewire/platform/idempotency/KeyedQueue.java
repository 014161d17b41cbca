package io.likewire.platform.idempotency;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets the first command with a key go ahead alone. Those that come meanwhile wait here instead of on a connection, and go
 * together when it has ended; when their time runs out first, they are told that it is still running. What makes the
 * effect happen once is the database: this only spares it a crowd. Belongs to one event loop.
 */
public final class KeyedQueue {
    /** What the refusal needs to reach its caller in time. */
    private static final long ANSWER_BEFORE_MS = 100;

    private record First(UUID commandId, Future<?> work) {}

    private final Map<String, First> running = new HashMap<>();

    /** @param work runs at once for a call without a key, and for the same command that the bus carried twice */
    public <T> Future<T> take(Call call, Supplier<Future<T>> work) {
        RequestKey key = call.idempotencyKey();
        if (key == null) {
            return work.get();
        }
        First first = running.get(key.id());
        if (first == null) {
            return lead(key.id(), call.commandId(), work);
        }
        return first.commandId().equals(call.commandId())
                ? work.get()
                : first.work()
                        .otherwiseEmpty()
                        .timeout(Math.max(1, call.remaining() - ANSWER_BEFORE_MS), TimeUnit.MILLISECONDS)
                        .recover(tooLong -> Future.failedFuture(StoredAnswer.stillRunning()))
                        .compose(ended -> work.get());
    }

    private <T> Future<T> lead(String id, UUID commandId, Supplier<Future<T>> work) {
        Future<T> result = work.get();
        if (!result.isComplete()) {
            First first = new First(commandId, result);
            running.put(id, first);
            result.onComplete(ended -> running.remove(id, first));
        }
        return result;
    }
}
