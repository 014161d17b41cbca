package io.likewire.gateway.guard;

/**
 * How many calls a service gets at once.
 *
 * @param least when it is slow
 * @param most when it is fast
 */
public record Room(int least, int most) {}
