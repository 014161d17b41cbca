package io.likewire.contracts.operations;

import io.likewire.contracts.bus.Call;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Dead-lettered messages, for administrators. Any node that has the broker answers. Fails with UNAVAILABLE when the
 * broker does not.
 */
public interface DeadLettersService {
    /** {@code {"queue":"likewire.parked","messages":12,"shown":[...]}}, at most {@code limit} of them in full. */
    Future<JsonObject> list(DeadLetterQueueName lot, int limit, Call call);

    /**
     * Sends them where they were to go: {@code {"queue","replayed","left"}}.
     *
     * @param id of one; null for all
     */
    Future<JsonObject> replay(DeadLetterQueueName lot, String id, Call call);

    /**
     * Deletes them: {@code {"queue","dropped","left"}}.
     *
     * @param id of one; null for all
     */
    Future<JsonObject> drop(DeadLetterQueueName lot, String id, Call call);
}
