package io.likewire.system.rig;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what must come: long enough for a busy machine. */
public final class Patience {
    private Patience() {}

    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(50));
    }
}
