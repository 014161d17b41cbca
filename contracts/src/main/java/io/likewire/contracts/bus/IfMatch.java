package io.likewire.contracts.bus;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Versions of which the caller expects one: at any other, nothing is changed. Without versions nothing is ever as
 * expected.
 */
public record IfMatch(List<Long> versions) {
    public IfMatch {
        versions = List.copyOf(versions);
    }

    public static IfMatch version(long version) {
        return new IfMatch(List.of(version));
    }

    public boolean accepts(long version) {
        return versions.contains(version);
    }

    /** The wire form: {@code 17,18}. */
    @Override
    public String toString() {
        return versions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static IfMatch parse(String text) {
        return text.isEmpty()
                ? new IfMatch(List.of())
                : new IfMatch(Arrays.stream(text.split(",")).map(Long::valueOf).toList());
    }
}
