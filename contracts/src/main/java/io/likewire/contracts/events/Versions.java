package io.likewire.contracts.events;

/**
 * Versions order the states of one thing. The owning database computes each as the greater of the last one plus one and
 * its clock in microseconds: above any value lost in a restore, opaque, never consecutive.
 */
public final class Versions {
    /** A version from further ahead would freeze its product until the clock is there: it is nobody's honest clock. */
    private static final long CLOCKS_DIFFER_AT_MOST_MICROS = 24L * 3600 * 1_000_000;

    private Versions() {}

    /** Whether readers take it: above 0, and not from more than a day ahead. */
    public static boolean possible(long version) {
        return version > 0 && version <= System.currentTimeMillis() * 1000 + CLOCKS_DIFFER_AT_MOST_MICROS;
    }
}
