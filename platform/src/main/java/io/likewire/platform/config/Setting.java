package io.likewire.platform.config;

import io.likewire.platform.log.Redaction;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting that was asked for.
 *
 * @param fallback what holds when nobody set it; null where nothing does
 * @param values which ones it may have; empty where it is not a matter of a range
 * @param required whether there is no start without it
 */
public record Setting(String name, String fallback, String values, boolean required) {
    private static final Pattern PASSWORD_IN_URI = Pattern.compile("(://[^:/@]*):.*@");

    /**
     * What holds now.
     *
     * @param value without secrets; null where the setting is not set
     */
    public record Effective(String name, String value) {
        @Override
        public String toString() {
            return value == null ? name + " is not set" : name + "=" + value;
        }
    }

    /** Of two questions for one setting the one that knows more. */
    Setting or(Setting other) {
        boolean plain = fallback == null && values.isEmpty() && !required;
        return plain ? other : this;
    }

    private Optional<String> filled() {
        return Optional.ofNullable(fallback).filter(text -> !text.isEmpty());
    }

    Effective effective(Sources sources) {
        String value = sources.find(name).or(this::filled).orElse(null);
        return new Effective(name, value == null ? null : masked(value));
    }

    private String masked(String value) {
        return Redaction.isSecret(name)
                ? Redaction.GONE
                : Redaction.of(PASSWORD_IN_URI.matcher(value).replaceAll("$1:" + Redaction.GONE + "@"));
    }
}
