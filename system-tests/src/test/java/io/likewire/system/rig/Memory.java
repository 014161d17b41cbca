package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What processes hold. */
public final class Memory {
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG]) ");

    private Memory() {}

    /** Megabytes of objects that a JVM still needs, after a collection of all others. */
    public static long live(long pid) {
        Program histogram = jcmd(pid, "GC.class_histogram");
        String total = histogram
                .output()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(histogram.output()));
        return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1)) >> 20;
    }

    /** Bytes that the living threads of a JVM have allocated so far, collected or not; to 1 MB for a thread above 100 MB. */
    public static long allocated(long pid) {
        return ALLOCATED
                .matcher(jcmd(pid, "Thread.print", "-e").output())
                .results()
                .mapToLong(thread -> Long.parseLong(thread.group(1)) << 10 * " KMG".indexOf(unit(thread)))
                .sum();
    }

    private static String unit(MatchResult thread) {
        return thread.group(2).replace('B', ' ');
    }

    private static Program jcmd(long pid, String... command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(Long.toString(pid));
        line.addAll(List.of(command));
        return Program.run(Path.of("."), Map.of(), line);
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
