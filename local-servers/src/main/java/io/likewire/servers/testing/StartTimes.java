package io.likewire.servers.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How long the tests of this JVM have waited for servers and processes to start. */
public final class StartTimes {
    private static final AtomicLong NANOS = new AtomicLong();
    private static final ThreadLocal<Boolean> COUNTING = ThreadLocal.withInitial(() -> false);

    private StartTimes() {}

    /** Runs what starts something and waits for it; a start inside another one counts once. */
    public static <T> T of(Supplier<T> start) {
        if (COUNTING.get()) {
            return start.get();
        }
        COUNTING.set(true);
        long begin = System.nanoTime();
        try {
            return start.get();
        } finally {
            NANOS.addAndGet(System.nanoTime() - begin);
            COUNTING.set(false);
        }
    }

    public static void of(Runnable start) {
        of(() -> {
            start.run();
            return null;
        });
    }

    static long nanos() {
        return NANOS.get();
    }
}
