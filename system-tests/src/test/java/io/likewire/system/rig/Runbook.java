package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A page under {@code docs/runbooks}, and the commands that it tells to type. */
public final class Runbook {
    private static final Path PAGES =
            Path.of("").toAbsolutePath().getParent().resolve("docs").resolve("runbooks");

    private final String page;
    private final String text;

    private Runbook(String page, String text) {
        this.page = page;
        this.text = text;
    }

    public static Runbook page(String name) {
        try {
            return new Runbook(name, Files.readString(PAGES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** The one line that begins so. */
    public String command(String beginning) {
        List<String> found = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "Expected one line of %s to begin with %s, but %d do", page, beginning, found.size()));
        }
        return found.get(0);
    }
}
