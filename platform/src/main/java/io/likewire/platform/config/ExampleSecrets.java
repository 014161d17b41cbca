package io.likewire.platform.config;

import java.util.Locale;
import java.util.Set;

/** Passwords that everybody knows, from examples and defaults. */
public final class ExampleSecrets {
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "change-me",
            "change_me",
            "changeit",
            "changeme",
            "default",
            "dummy",
            "example",
            "guest",
            "letmein",
            "likewire",
            "mysql",
            "pass",
            "passwd",
            "password",
            "postgres",
            "rabbitmq",
            "replaceme",
            "root",
            "secret",
            "test",
            "topsecret",
            "user",
            "xxx");

    private ExampleSecrets() {}

    /** Also with digits and marks around it: {@code Password123!}. */
    public static boolean isOne(String secret) {
        String word = secret.toLowerCase(Locale.ROOT);
        return KNOWN.contains(word)
                || KNOWN.contains(word.replaceAll("^[^a-z]+|[^a-z]+$", ""))
                || word.matches("[0-9]{1,9}");
    }
}
