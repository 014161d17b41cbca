package io.likewire.standalone;

import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.LogSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Log lines for somebody in front of a terminal: short, and only when something is wrong. */
final class ConsoleLog {
    private static final String FORMAT = "text";
    private static final String LEVEL = "WARN";

    private ConsoleLog() {}

    static void forPeople() {
        preset("LOG_FORMAT", FORMAT);
        preset("LOG_LEVEL", LEVEL);
        preset("LOG_LEVEL_CLUSTER", "WARN");
        // Before several threads want to log at once.
        LoggerFactory.getLogger(ConsoleLog.class);
    }

    /** Ends in a ConfigException where a setting is wrong. */
    static void check(Environment given) {
        LogSettings.read(given, FORMAT, LEVEL);
    }

    /** For a start that is given up: what fails from now on fails for that reason. */
    static void mute() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    private static void preset(String name, String value) {
        if (System.getenv(name) == null && System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
