package io.likewire.gateway.guard;

/**
 * How many calls a service gets at once.
 *
 * @param least when it is slow
 * @param most when it is fast
 */
public record Room(int least, int most) {
    private static final int LEAST = 2;

    /** One for each processor, and two at least: for calls that take a whole one. */
    public static Room ofProcessors() {
        int processors = Math.max(LEAST, Runtime.getRuntime().availableProcessors());
        return new Room(processors, processors);
    }
}
