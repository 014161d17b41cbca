package io.likewire.system.rig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.faults.Fault.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void sameSeedMakesTheSameFaults() {
        assertThat(faults(4711)).isEqualTo(faults(4711)).isNotEqualTo(faults(4712));
    }

    @Test
    void everyVictimIsKilledAsOftenAsAskedFor() {
        assertThat(faults(1))
                .filteredOn(fault -> fault.kind() == Kind.SIGKILL && "broker".equals(fault.victim()))
                .hasSize(3);
        assertThat(faults(1)).hasSize(3 * 2 + 2);
    }

    @Test
    void faultsComeOneAfterTheOther() {
        assertThat(faults(1)).isSortedAccordingTo(Comparator.comparing(Fault::at));
    }

    private static List<Fault> faults(long seed) {
        return Schedule.random(seed, List.of("broker", "likes"), 3, 1, Duration.ofSeconds(12), Duration.ofSeconds(2));
    }
}
