package io.likewire.cli.commands;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file as the server takes it: JSON, one object a line, may be larger than one request, and is sent in several. */
final class FileParts {
    private FileParts() {}

    /** @param firstLine of the part in the file, from 1 on */
    record Part(int firstLine, byte[] content) {}

    /** As few as can be; one that is larger than {@code most} could not be divided. */
    static List<Part> of(byte[] file, int most) {
        List<Part> parts = new ArrayList<>();
        boolean isDivisible = isLines(file);
        int from = 0;
        int line = 1;
        do {
            int to = isDivisible && file.length - from > most ? end(file, from, most) : file.length;
            byte[] content = Arrays.copyOfRange(file, from, to);
            parts.add(new Part(line, content));
            for (byte next : content) {
                line += next == '\n' ? 1 : 0;
            }
            from = to;
        } while (from < file.length);
        return parts;
    }

    private static boolean isLines(byte[] file) {
        String start = new String(file, 0, Math.min(1_024, file.length), StandardCharsets.ISO_8859_1);
        List<String> lines = start.lines()
                .map(line -> line.replaceFirst("^\u00EF\u00BB\u00BF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        // A first line that is broken says nothing about the others.
        return lines.stream().limit(2).anyMatch(line -> line.startsWith("{"))
                && !lines.get(0).startsWith("[");
    }

    /** Behind the last line that fits. */
    private static int end(byte[] file, int from, int most) {
        for (int end = from + most; end > from; end--) {
            if (file[end - 1] == '\n') {
                return end;
            }
        }
        return file.length;
    }
}
