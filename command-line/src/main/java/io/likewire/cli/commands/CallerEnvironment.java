package io.likewire.cli.commands;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller's surroundings say, and what is typed or piped in.
 *
 * @param terminal empty where nobody sits at one
 */
public record CallerEnvironment(Map<String, String> variables, Path home, InputStream in, Optional<Terminal> terminal) {
    /** Where somebody can be asked. */
    public interface Terminal {
        /** A line that was typed; null at the end of the input. */
        String ask(String question);
    }

    BufferedReader input() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

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
