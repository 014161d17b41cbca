package io.likewire.platform.broker;

import io.vertx.core.Future;
import java.util.List;

/** Hands messages to the broker and says which of them it has. */
public interface Publisher {
    /**
     * @param confirmed per message, in order: the broker has it on disk
     * @param refused the broker ended the connection because of what it was sent
     */
    record Outcome(List<Boolean> confirmed, boolean refused) {
        public boolean complete() {
            return !confirmed.contains(false);
        }
    }

    /** Never fails; takes five seconds at most. Nothing is confirmed while the broker is away. */
    Future<Outcome> publish(List<OutgoingMessage> messages);
}
