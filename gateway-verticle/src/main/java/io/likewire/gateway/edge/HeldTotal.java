package io.likewire.gateway.edge;

import io.netty.util.internal.PlatformDependent;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds what is held for all connections together, unread answers and heads of requests: a quarter of the heap, and a third of the memory
 * for buffers outside of it, where encrypted bytes wait. Beyond that those are cut that have held the most for the longest time:
 * who holds little, or has just come, makes no room worth the cut. Runs on one event loop.
 */
final class HeldTotal {
    private static final int SHARE_OF_HEAP = 4;
    private static final int SHARE_OF_BUFFERS = 3;
    private final long most;
    private final Map<HeldBytes, Waiting> waiting = new LinkedHashMap<>();
    private long sum;

    private record Waiting(long bytes, long since) {
        /** Bytes times nanoseconds, and a second more, so that a new one counts too. */
        long burden(long now) {
            return bytes * (now - since + 1_000_000_000);
        }
    }

    HeldTotal() {
        this(most(Runtime.getRuntime().maxMemory(), PlatformDependent.maxDirectMemory()));
    }

    HeldTotal(long most) {
        this.most = most;
    }

    static long most(long heap, long buffers) {
        return Math.min(heap / SHARE_OF_HEAP, buffers / SHARE_OF_BUFFERS);
    }

    /** So much waits in a connection now. */
    void waits(HeldBytes connection, long bytes) {
        note(connection, bytes);
        while (sum > most && !waiting.isEmpty()) {
            // some may have taken theirs meanwhile
            List.copyOf(waiting.keySet()).forEach(one -> note(one, one.waiting()));
            if (sum > most) {
                heaviest().cut();
            }
        }
    }

    private HeldBytes heaviest() {
        long now = System.nanoTime();
        return Collections.max(waiting.entrySet(), Comparator.comparingLong(entry -> entry.getValue()
                        .burden(now)))
                .getKey();
    }

    private void note(HeldBytes connection, long bytes) {
        Waiting before = waiting.get(connection);
        long since = before == null ? System.nanoTime() : before.since();
        waiting.put(connection, new Waiting(bytes, since));
        sum += bytes - (before == null ? 0 : before.bytes());
    }

    /** Nothing waits there any more. */
    void taken(HeldBytes connection) {
        Waiting before = waiting.remove(connection);
        sum -= before == null ? 0 : before.bytes();
    }
}
