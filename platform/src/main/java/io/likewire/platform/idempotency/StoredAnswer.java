package io.likewire.platform.idempotency;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * What the first command with a key came to.
 *
 * @param first that command
 * @param answer as its service wrote it
 */
public record StoredAnswer(KeyedCommand first, Buffer answer) {
    /** Whether it answers the request that {@code key} stands for. */
    public boolean isFor(RequestKey key) {
        return first.key().equals(key);
    }

    /** Whether another command asks for it; otherwise it is the same one, whose answer was lost on the bus. */
    public boolean isReplayFor(UUID commandId) {
        return !first.commandId().equals(commandId);
    }

    public static Refusal otherRequest() {
        return new Refusal(ProblemType.IDEMPOTENCY_MISMATCH, "The Idempotency-Key was used for another request");
    }

    public static Refusal stillRunning() {
        return new Refusal(
                ProblemType.IDEMPOTENCY_RUNNING, "A request with this Idempotency-Key is still running: ask again");
    }
}
