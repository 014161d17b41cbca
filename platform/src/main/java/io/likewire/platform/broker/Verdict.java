package io.likewire.platform.broker;

/**
 * What a handler says of one delivery.
 *
 * @param poison why nobody can ever apply it; null when it was applied
 */
public record Verdict(String poison) {
    public static final Verdict APPLIED = new Verdict(null);

    public static Verdict poison(String reason) {
        return new Verdict(reason);
    }

    public boolean isPoison() {
        return poison != null;
    }
}
