package io.likewire.gateway.limits;

/**
 * How many calls of a kind a service gets at once.
 *
 * @param least when it is slow
 * @param most when it is fast
 */
record ConcurrencyRange(int least, int most) {
    private static final int LEAST = 2;

    /** One for each processor, and two at least: for calls that take a whole one. */
    static ConcurrencyRange ofProcessors() {
        int processors = Math.max(LEAST, Runtime.getRuntime().availableProcessors());
        return new ConcurrencyRange(processors, processors);
    }
}
