package io.likewire.system.mutations;

import java.util.List;

/**
 * Likewire, broken on purpose in one way.
 *
 * @param service whose process is broken
 * @param edits what is changed in its sources
 * @param catcher the test that must fail, {@code Class#method}
 */
record Mutation(String name, String service, List<Edit> edits, String catcher) {
    /**
     * @param file from the root of the repository
     * @param from what stands there exactly once
     */
    record Edit(String file, String from, String to) {}

    Mutation(String name, String service, Edit edit, String catcher) {
        this(name, service, List.of(edit), catcher);
    }

    @Override
    public String toString() {
        return name;
    }
}
