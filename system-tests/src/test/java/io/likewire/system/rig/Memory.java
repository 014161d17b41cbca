package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What processes hold. */
public final class Memory {
    private Memory() {}

    /** Megabytes of objects that a JVM still needs, after a collection of all others. */
    public static long live(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Program histogram =
                Program.run(Path.of("."), Map.of(), List.of(jcmd, Long.toString(pid), "GC.class_histogram"));
        String total = histogram
                .output()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(histogram.output()));
        return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1)) >> 20;
    }

    /** Resident megabytes of a process. */
    public static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
