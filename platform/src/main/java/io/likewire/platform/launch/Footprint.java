package io.likewire.platform.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process small by what a running JVM can still be told, as a plain {@code java -jar} has no options: a heap that
 * shrinks when little of it is used, and native memory that goes back to the system. docs/performance.md says what it gives.
 */
final class Footprint {
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(15);

    /** A JVM that does not know the commands will not learn them. */
    private static final Backoff NEVER = new Backoff(Duration.ofDays(1), Duration.ofDays(1));

    private Footprint() {}

    /** As early as possible. Does nothing on a JVM that has no such options. */
    static void limitHeap() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            jvm.setVMOption("MinHeapFreeRatio", "10");
            jvm.setVMOption("MaxHeapFreeRatio", "25");
            jvm.setVMOption("G1PeriodicGCInterval", "30000");
        } catch (IllegalArgumentException e) {
            LoggerFactory.getLogger(Footprint.class).debug("the heap keeps its size: {}", e.getMessage());
        }
    }

    /** Once it serves: what the start and the compilers left behind goes back, and again and again what load has left. */
    static void shrink(Vertx vertx) {
        boolean[] collected = {false};
        new RepeatedTask(vertx, "giving memory back", NEVER, () -> {
                    Callable<Object> work = collected[0] ? Footprint::trim : Footprint::collect;
                    collected[0] = true;
                    return vertx.executeBlocking(work, false).map(EVERY);
                })
                .start(SETTLED);
    }

    /** An idle node would collect after hours: until then the start's garbage stays. */
    private static Object collect() throws JMException {
        System.gc();
        return trim();
    }

    /** The C library keeps what it was given back. Fails where the JVM doesn't know the command: then nothing is done. */
    private static Object trim() throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "systemTrimNativeHeap",
                        null,
                        null);
    }
}
