package io.likewire.system.rig;

import static io.likewire.system.rig.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server wrote down of all changes, in files of a folder. */
public record BinaryLog(Path folder) {
    private static final String NAME = "binlog";
    private static final Pattern POSITION = Pattern.compile("MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=([0-9]+)");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** For the server's command line. */
    public String option() {
        return "--log-bin=" + folder.resolve(NAME);
    }

    /**
     * A command that an operator completes.
     *
     * @param dump the beginning of what it goes on from
     * @param end when to stop
     */
    public String completed(String command, String dump, String end) {
        Matcher written = POSITION.matcher(dump);
        if (!written.find()) {
            throw new IllegalStateException("Expected a position of the log in " + dump);
        }
        return command.replace("POSITION", written.group(2))
                .replaceAll("--stop-datetime='[^']+'", "--stop-datetime='" + end + "'")
                .replace("FILES", filesFrom(written.group(1)));
    }

    private String filesFrom(String first) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(NAME + "\\.[0-9]+") && name.compareTo(first) >= 0)
                    .sorted()
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything up to now came before it, and what comes after this call does not: the log knows whole seconds. */
    public static String nextSecond() {
        Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await("another second").until(() -> Instant.now().isAfter(second));
        return LocalDateTime.ofInstant(second, ZoneOffset.UTC).format(SECOND);
    }
}
