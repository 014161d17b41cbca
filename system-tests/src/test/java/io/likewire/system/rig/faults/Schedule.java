package io.likewire.system.rig.faults;

import io.likewire.system.rig.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults at random moments, the same for the same seed. They overlap: nobody waits for anybody's health. */
public final class Schedule {
    private final Random random;
    private final List<Fault> faults = new ArrayList<>();

    private Schedule(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param kills of each victim
     * @param others SIGTERMs and SIGSTOPs of victims picked at random, so many of each kind
     * @param longestPause of a SIGSTOP
     */
    public static List<Fault> random(
            long seed, List<String> victims, int kills, int others, Duration longestPause, Duration meanGap) {
        Schedule schedule = new Schedule(seed);
        for (int i = 0; i < kills; i++) {
            victims.forEach(victim -> schedule.add(Kind.SIGKILL, victim, Duration.ofSeconds(2)));
        }
        for (int i = 0; i < others; i++) {
            schedule.add(Kind.SIGTERM, schedule.anyOf(victims), Duration.ofSeconds(1));
            schedule.add(Kind.SIGSTOP, schedule.anyOf(victims), longestPause);
        }
        return schedule.spread(meanGap);
    }

    private String anyOf(List<String> victims) {
        return victims.get(random.nextInt(victims.size()));
    }

    private void add(Kind kind, String victim, Duration longestHold) {
        faults.add(new Fault(kind, victim, Duration.ZERO, upTo(longestHold)));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }

    private List<Fault> spread(Duration meanGap) {
        Collections.shuffle(faults, random);
        List<Fault> spread = new ArrayList<>();
        Duration at = Duration.ZERO;
        for (Fault fault : faults) {
            at = at.plus(upTo(meanGap.multipliedBy(2)));
            spread.add(new Fault(fault.kind(), fault.victim(), at, fault.hold()));
        }
        return spread;
    }
}
