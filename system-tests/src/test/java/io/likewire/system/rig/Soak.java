package io.likewire.system.rig;

/** Long runs on demand: {@code -Psoak}. Only they assert figures in seconds, milliseconds and percent. */
public final class Soak {
    private static final boolean ON = Boolean.getBoolean("likewire.soak");

    private Soak() {}

    public static boolean isOn() {
        return ON;
    }

    public static <T> T choose(T inShort, T inSoak) {
        return ON ? inSoak : inShort;
    }
}
