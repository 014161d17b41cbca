package io.likewire.platform.launch;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process that only a fresh start can heal: in order, but within five seconds. */
final class FatalExit {
    /** What a supervisor sees. */
    static final int EXIT_CODE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(FatalExit.class);
    private static final int LIMIT_S = 5;

    private FatalExit() {}

    static void because(String reason) {
        LOG.error("{}. Ending with code {}, to be started afresh", reason, EXIT_CODE);
        daemon("fresh-start", () -> System.exit(EXIT_CODE));
        daemon("fresh-start-limit", FatalExit::haltLater);
    }

    private static void haltLater() {
        try {
            TimeUnit.SECONDS.sleep(LIMIT_S);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
