package io.likewire.standalone;

/** Log lines for somebody in front of a terminal: short, and only when something is wrong. */
final class ConsoleLog {
    private ConsoleLog() {}

    static void forPeople() {
        preset("LOG_FORMAT", "text");
        preset("LOG_LEVEL", "WARN");
        preset("LOG_LEVEL_CLUSTER", "WARN");
    }

    private static void preset(String name, String value) {
        if (System.getenv(name) == null && System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
