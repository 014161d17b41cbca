package io.likewire.gateway.edge;

import io.netty.util.internal.PlatformDependent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what waits in all connections together, heads of requests included: a quarter of the heap, and a third of the memory for buffers outside of it, where
 * encrypted bytes wait. Beyond that those are cut that have let the gateway wait longest. Runs on one event loop.
 */
final class UnsentTotal {
    private static final int SHARE_OF_HEAP = 4;
    private static final int SHARE_OF_BUFFERS = 3;
    private final long most;
    private final Map<UnsentBytes, Long> waiting = new LinkedHashMap<>();
    private long sum;

    UnsentTotal() {
        this(most(Runtime.getRuntime().maxMemory(), PlatformDependent.maxDirectMemory()));
    }

    UnsentTotal(long most) {
        this.most = most;
    }

    static long most(long heap, long buffers) {
        return Math.min(heap / SHARE_OF_HEAP, buffers / SHARE_OF_BUFFERS);
    }

    /** So much waits in a connection now. */
    void waits(UnsentBytes connection, long bytes) {
        note(connection, bytes);
        while (sum > most && !waiting.isEmpty()) {
            UnsentBytes longest = waiting.keySet().iterator().next();
            long left = longest.waiting();
            if (left < waiting.get(longest)) {
                note(longest, left);
            } else {
                longest.cut();
            }
        }
    }

    private void note(UnsentBytes connection, long bytes) {
        Long before = waiting.put(connection, bytes);
        sum += bytes - (before == null ? 0 : before);
    }

    /** Nothing waits there any more. */
    void taken(UnsentBytes connection) {
        if (waiting.isEmpty()) {
            return;
        }
        Long before = waiting.remove(connection);
        sum -= before == null ? 0 : before;
    }
}
