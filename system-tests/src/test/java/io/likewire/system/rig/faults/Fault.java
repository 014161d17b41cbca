package io.likewire.system.rig.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that happens to a process.
 *
 * @param at after the start of the schedule
 * @param hold until it is started again, or goes on
 */
public record Fault(Kind kind, String victim, Duration at, Duration hold) {
    /** The signals, and what ends them. */
    public enum Kind {
        SIGKILL,
        SIGTERM,
        SIGSTOP;

        void begin(Victim victim) {
            switch (this) {
                case SIGKILL -> victim.kill();
                case SIGTERM -> victim.leave();
                case SIGSTOP -> victim.pause();
            }
        }

        void end(Victim victim) {
            if (this == SIGSTOP) {
                victim.resume();
            } else {
                victim.start();
            }
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f s: %s of %s for %.1f s", at.toMillis() / 1e3, kind, victim, hold.toMillis() / 1e3);
    }
}
