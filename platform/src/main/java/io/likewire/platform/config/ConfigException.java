package io.likewire.platform.config;

/** A wrong or missing setting: one line that names it and says what to do. The process ends with it. */
public final class ConfigException extends RuntimeException {
    public ConfigException(String line) {
        super(line, null, false, false);
    }
}
