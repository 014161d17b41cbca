package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class-data archives of the jars under test: a process that has one starts in half the time. One of the first nodes of a
 * run writes it once it is ready, and the later ones use it.
 */
final class ClassArchive {
    private static final Path FOLDER = Path.of("target", "class-archives").toAbsolutePath();
    private static final String QUIET = "-Xlog:cds*=off";

    /** Starts of a jar in one run before an archive, which takes seconds to write, is worth its time. */
    private static final int ENOUGH_STARTS = 2;

    private static final Map<Path, Integer> STARTS = new ConcurrentHashMap<>();

    private ClassArchive() {}

    /** What a JVM needs to use the jar's archive, or to write it later. */
    static List<String> options(Path jar) {
        STARTS.merge(jar, 1, Integer::sum);
        Path archive = of(jar);
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, QUIET)
                : List.of("-XX:+RecordDynamicDumpInfo", QUIET);
    }

    /** What a command needs to use the jar's archive, if there is one. */
    static List<String> optionsOfACommand(Path jar) {
        return Files.exists(of(jar)) ? List.of("-XX:SharedArchiveFile=" + of(jar), QUIET) : List.of();
    }

    /** Has a process of this jar write down the classes that it has loaded; it stands still meanwhile. */
    static void write(Path jar, long pid) {
        if (STARTS.getOrDefault(jar, 0) < ENOUGH_STARTS || Files.exists(of(jar))) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Program.run(
                    FOLDER,
                    Map.of(),
                    List.of(jcmd.toString(), Long.toString(pid), "VM.cds", "dynamic_dump", of(jar).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this very build of the jar. */
    private static Path of(Path jar) {
        try {
            String build = Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36);
            return FOLDER.resolve(jar.getFileName() + "-" + build + ".jsa");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
