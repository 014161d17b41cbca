package io.likewire.system.rig;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what must come: long enough for a busy machine. */
public final class Patience {
    /** Those who expect a failure make it shorter. */
    public static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("likewire.patience.s", 180));

    private Patience() {}

    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50));
    }
}
