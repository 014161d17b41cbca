package io.likewire.standalone;

import io.likewire.platform.launch.LogSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Log lines for somebody in front of a terminal. */
final class ConsoleLog {
    private ConsoleLog() {}

    static void forPeople() {
        LogSettings.forPeople();
        // Before several threads want to log at once.
        LoggerFactory.getLogger(ConsoleLog.class);
    }

    /** For a start that is given up: what fails from now on fails for that reason. */
    static void mute() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }
}
