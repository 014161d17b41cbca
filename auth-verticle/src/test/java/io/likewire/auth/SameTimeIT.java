package io.likewire.auth;

import static io.likewire.auth.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a refusal takes must not tell who has an account. A hash takes far longer than all the rest together. */
@Tag("full")
class SameTimeIT {
    private static final Logger LOG = LoggerFactory.getLogger(SameTimeIT.class);
    private static final int ACCOUNTS = 15;

    @TempDir
    private Path directory;

    @Test
    void aNameThatNobodyHasTakesAsLongAsAWrongPassword() {
        try (RunningAuth auth = new RunningAuth()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                auth.register("known" + i);
            }
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                known.add(timeOf(auth, "known" + i));
                unknown.add(timeOf(auth, "nobody" + i));
            }
            double ratio = (double) median(known) / median(unknown);
            LOG.info(
                    "a wrong password takes {} ms, an unknown name {} ms: ratio {}",
                    median(known) / 1_000_000,
                    median(unknown) / 1_000_000,
                    ratio);
            assertThat(ratio).isBetween(0.5, 2.0);
        }
    }

    private static long timeOf(RunningAuth auth, String name) {
        long began = System.nanoTime();
        refusal(() -> auth.login(name, "roses in april 0815"));
        return System.nanoTime() - began;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
