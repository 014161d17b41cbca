package io.likewire.system.rig.faults;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts a connection to MySQL at some of its COMMITs: before the server hears it, or after the server has done it and
 * before the client hears so. To the client both look the same.
 */
public final class CommitCutter implements Wiretap {
    private static final String COMMIT = "\u0003COMMIT";

    private final Random random;
    private final double share;
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();

    /** @param share of COMMITs to cut, between 0 and 1 */
    public CommitCutter(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /** COMMITs that the server never heard. */
    public int cutBefore() {
        return before.get();
    }

    /** COMMITs that were done, and nobody told. */
    public int cutAfter() {
        return after.get();
    }

    @Override
    public Ear newEar() {
        return new Ear() {
            private boolean deaf;

            @Override
            public boolean mayAsk(Buffer said) {
                if (!isCommit(said) || !isChosen()) {
                    return true;
                }
                deaf = isHeard();
                (deaf ? after : before).incrementAndGet();
                return deaf;
            }

            @Override
            public boolean mayAnswer() {
                return !deaf;
            }
        };
    }

    private static boolean isCommit(Buffer said) {
        return said.toString(StandardCharsets.ISO_8859_1).contains(COMMIT);
    }

    private synchronized boolean isChosen() {
        return random.nextDouble() < share;
    }

    private synchronized boolean isHeard() {
        return random.nextBoolean();
    }
}
