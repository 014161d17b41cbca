package io.likewire.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a setting may come from, the preferred first: what the program itself decided, the secret, the file that NAME_FILE
 * names, the environment.
 */
record Sources(Map<String, String> decided, Map<String, String> secret, Map<String, String> environment) {
    private static final String FILE = "_FILE";
    private static final long LARGEST_FILE = 65_536;

    Sources(Map<String, String> decided, Map<String, String> secret, Map<String, String> environment) {
        this.decided = Map.copyOf(decided);
        this.secret = Map.copyOf(secret);
        this.environment = Map.copyOf(environment);
    }

    Optional<String> find(String name) {
        return filled(decided.get(name))
                .or(() -> fromSecret(name))
                .or(() -> fromFile(name))
                .or(() -> filled(environment.get(name)));
    }

    /** Whether there is a secret and it does not know the name. */
    boolean secretLacks(String name) {
        return !secret.isEmpty()
                && fromSecret(name).isEmpty()
                && filled(decided.get(name)).isEmpty();
    }

    Sources with(String name, String value) {
        Map<String, String> changed = new HashMap<>(decided);
        changed.put(name, value);
        return new Sources(changed, secret, environment);
    }

    /** The log is there before a secret is asked for. */
    private Optional<String> fromSecret(String name) {
        return name.startsWith("LOG_")
                ? Optional.empty()
                : filled(secret.get(name)).or(() -> DatabaseSecret.find(secret, name));
    }

    /** A setting whose own name ends in _FILE means a path, not where to find a path. */
    private Optional<String> fromFile(String name) {
        String variable = name + FILE;
        return name.endsWith(FILE)
                ? Optional.empty()
                : filled(environment.get(variable)).map(path -> read(variable, path));
    }

    private static String read(String variable, String path) {
        String text;
        try {
            Path file = Path.of(path);
            if (Files.size(file) > LARGEST_FILE) {
                throw new ConfigException(
                        variable + ": expected a file of 64 KB at most, but '" + path + "' is larger");
            }
            text = Files.readString(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(variable + ": can't read '" + path + "'");
        }
        String value = text.replaceFirst("\\R\\z", "");
        if (value.isBlank()) {
            throw new ConfigException(variable + ": '" + path + "' is empty");
        }
        return value;
    }

    private static Optional<String> filled(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
