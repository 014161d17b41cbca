package io.likewire.platform.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process small by what a running JVM can still be told, as a plain {@code java -jar} has no options: a heap that
 * shrinks when little of it is used, and native memory that goes back to the system. docs/performance.md says what it gives.
 */
final class Footprint {
    private static final long SETTLED_S = 1;
    private static final long EVERY_MS = Duration.ofSeconds(15).toMillis();

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
        vertx.timer(SETTLED_S, TimeUnit.SECONDS)
                .compose(settled -> vertx.executeBlocking(Footprint::collect, false))
                .onSuccess(small -> vertx.setPeriodic(EVERY_MS, due -> vertx.executeBlocking(Footprint::trim, false)));
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
