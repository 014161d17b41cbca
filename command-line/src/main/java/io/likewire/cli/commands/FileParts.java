package io.likewire.cli.commands;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file as the server takes it. One JSON object a line, and CSV in UTF-8, may be larger than one request and are sent in
 * several; each part of CSV begins with the names of the columns. Rows are read by the server alone: CSV is divided where a line
 * ends behind an even number of quotes, and when that is within a quoted text, the server refuses the part before.
 */
final class FileParts {
    /** Names of columns have letters. */
    private static final Pattern NAMES = Pattern.compile("(?is)(?!(?:\u00EF\u00BB\u00BF)?\"?sep=).*[a-z].*");

    private static final String BLANK = " \t\r\n";
    private static final String BLANK_ROW = BLANK + ",;\"";
    private final byte[] file;
    private final int most;
    private final boolean isJson;

    private FileParts(byte[] file, int most) {
        this.file = file;
        this.most = most;
        this.isJson = isLines(file);
    }

    /** @param linesBefore what is added to a line of the part for that of the file */
    record Part(int linesBefore, byte[] content) {}

    /** As few as can be; one that is larger than {@code most} could not be divided. */
    static List<Part> of(byte[] file, int most) {
        if (file.length <= most) {
            return List.of(new Part(0, file));
        }
        return new FileParts(file, most).all();
    }

    private List<Part> all() {
        int head = isJson ? 0 : head();
        if (head >= most) {
            return List.of(new Part(0, file));
        }
        List<Part> parts = new ArrayList<>();
        int to = head;
        while (to < file.length) {
            int from = to;
            to = end(from, most - head);
            if (!isBlank(from, to)) {
                byte[] content = Arrays.copyOf(file, head + to - from);
                System.arraycopy(file, from, content, head, to - from);
                parts.add(new Part(lines(head, from), content));
            }
        }
        return parts.isEmpty() ? List.of(new Part(0, file)) : parts;
    }

    static boolean isLines(byte[] file) {
        String start = new String(file, 0, Math.min(1_024, file.length), StandardCharsets.ISO_8859_1);
        List<String> lines = start.lines()
                .map(line -> line.replaceFirst("^\u00EF\u00BB\u00BF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        // A first line that is broken says nothing about the others.
        return lines.stream().limit(2).anyMatch(line -> line.startsWith("{"))
                && !lines.get(0).startsWith("[");
    }

    /** Where the row with the names of the columns ends; behind the file when this is no CSV in UTF-8. */
    private int head() {
        boolean isArray = new String(file, 0, Math.min(1_024, file.length), StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .stripLeading()
                .startsWith("[");
        if (isArray || !isUtf8()) {
            return file.length;
        }
        int quotes = 0;
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            quotes += file[i] == '"' ? 1 : 0;
            if (endsLine(i) && quotes % 2 == 0) {
                if (NAMES.matcher(new String(file, from, i - from, StandardCharsets.ISO_8859_1))
                        .matches()) {
                    return i + 1;
                }
                from = i + 1;
            }
        }
        return file.length;
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Behind the last line that fits. */
    private int end(int from, int room) {
        if (file.length - from <= room) {
            return file.length;
        }
        int quotes = 0;
        int end = file.length;
        for (int i = from; i < from + room; i++) {
            quotes += file[i] == '"' ? 1 : 0;
            if (endsLine(i) && (isJson || quotes % 2 == 0)) {
                end = i + 1;
            }
        }
        return end;
    }

    private boolean endsLine(int i) {
        return file[i] == '\n' || file[i] == '\r' && (i + 1 == file.length || file[i + 1] != '\n');
    }

    private int lines(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += endsLine(i) ? 1 : 0;
        }
        return lines;
    }

    private boolean isBlank(int from, int to) {
        String blank = isJson ? BLANK : BLANK_ROW;
        for (int i = from; i < to; i++) {
            if (blank.indexOf(file[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
