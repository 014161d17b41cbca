package io.likewire.system.rig;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;

/** The number that everything random in a run comes from: printed, and set with {@code -Dlikewire.seed=}. */
public final class Seed {
    private static final String PROPERTY = "likewire.seed";
    private static final long OF_THIS_RUN =
            Long.getLong(PROPERTY, ThreadLocalRandom.current().nextLong(1_000_000));

    private Seed() {}

    public static long of(String scenario) {
        LoggerFactory.getLogger(Seed.class).info("{}: replay with -D{}={}", scenario, PROPERTY, OF_THIS_RUN);
        return OF_THIS_RUN;
    }
}
