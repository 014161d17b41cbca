package io.likewire.platform.launch;

import ch.qos.logback.core.PropertyDefinerBase;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code LOG_FORMAT}, {@code LOG_LEVEL} and {@code LOG_LEVEL_CLUSTER}, read as all settings are. The logger asks for each
 * through {@code logback.xml}, before there are settings: a wrong one counts as absent there, and ends the start soon after.
 */
public final class LogSettings extends PropertyDefinerBase {
    private static final List<String> NAMES = List.of("LOG_FORMAT", "LOG_LEVEL", "LOG_LEVEL_CLUSTER");
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
    private static volatile boolean people;
    private String setting;

    /** Where nothing is set: lines for somebody in front of a terminal, and only when something is wrong. */
    public static void forPeople() {
        people = true;
    }

    /** Ends in a {@link ConfigException} where one is wrong. */
    public static void read(Environment environment) {
        NAMES.forEach(name -> read(environment, name));
    }

    private static String read(Environment environment, String name) {
        return switch (name) {
            case "LOG_FORMAT" -> environment.choice(name, people ? "text" : "json", List.of("json", "text"));
            case "LOG_LEVEL" -> environment.choice(name, people ? "WARN" : "INFO", LEVELS);
            default -> environment.choice(name, "WARN", LEVELS);
        };
    }

    public void setSetting(String name) {
        setting = name;
    }

    @Override
    public String getPropertyValue() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(getContext().getCopyOfPropertyMap());
        try {
            return read(Environment.of(variables), setting);
        } catch (ConfigException wrong) {
            return read(Environment.of(Map.of()), setting);
        }
    }
}
