package io.likewire.cli.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the caller's surroundings say. */
public record Environment(Map<String, String> variables, Path home) {
    /** Where tokens are kept. */
    Path state() {
        String given = variables.getOrDefault("XDG_STATE_HOME", "");
        Path states = given.isBlank() ? home.resolve(".local").resolve("state") : Path.of(given);
        return states.resolve("likewire");
    }

    Optional<String> token() {
        return Optional.ofNullable(variables.get("LIKEWIRE_TOKEN")).filter(token -> !token.isBlank());
    }
}
