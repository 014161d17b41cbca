package io.likewire.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what waits in all connections together: a quarter of the heap. Beyond that those are cut that have let the gateway
 * wait longest. Runs on one event loop.
 */
final class UnsentTotal {
    private static final int SHARE_OF_HEAP = 4;
    private final long most;
    private final Map<UnsentBytes, Long> waiting = new LinkedHashMap<>();
    private long sum;

    UnsentTotal() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    UnsentTotal(long most) {
        this.most = most;
    }

    /** So much waits in a connection now. */
    void waits(UnsentBytes connection, long bytes) {
        Long before = waiting.put(connection, bytes);
        sum += bytes - (before == null ? 0 : before);
        while (sum > most && !waiting.isEmpty()) {
            waiting.keySet().iterator().next().cut();
        }
    }

    /** Nothing waits there any more. */
    void taken(UnsentBytes connection) {
        Long before = waiting.remove(connection);
        sum -= before == null ? 0 : before;
    }
}
