package io.likewire.platform.launch;

import io.likewire.platform.config.Environment;
import java.util.List;

/**
 * {@code LOG_FORMAT}, {@code LOG_LEVEL} and {@code LOG_LEVEL_CLUSTER}. The logger reads them for itself, before there are
 * settings, and takes what it does not know for something else: so they are read once more, as all settings are.
 */
public final class LogSettings {
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    private LogSettings() {}

    /** Ends in a {@link io.likewire.platform.config.ConfigException} where one is wrong. */
    public static void read(Environment environment, String usualFormat, String usualLevel) {
        environment.choice("LOG_FORMAT", usualFormat, List.of("json", "text"));
        environment.choice("LOG_LEVEL", usualLevel, LEVELS);
        environment.choice("LOG_LEVEL_CLUSTER", "WARN", LEVELS);
    }
}
