package io.likewire.cli.commands;

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
    private final FileBytes bytes;
    private final int most;
    private final boolean isJson;

    private FileParts(byte[] file, int most) {
        this.file = file;
        this.bytes = new FileBytes(file);
        this.most = most;
        this.isJson = bytes.isJsonLines();
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
            if (!bytes.isMadeOf(isJson ? BLANK : BLANK_ROW, from, to)) {
                byte[] content = Arrays.copyOf(file, head + to - from);
                System.arraycopy(file, from, content, head, to - from);
                parts.add(new Part(bytes.lines(head, from), content));
            }
        }
        return parts.isEmpty() ? List.of(new Part(0, file)) : parts;
    }

    /** Where the row with the names of the columns ends; behind the file when this is no CSV in UTF-8. */
    private int head() {
        if (bytes.isArray() || !bytes.isUtf8()) {
            return file.length;
        }
        int quotes = 0;
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            quotes += file[i] == '"' ? 1 : 0;
            if (bytes.endsLine(i) && quotes % 2 == 0) {
                if (NAMES.matcher(new String(file, from, i - from, StandardCharsets.ISO_8859_1))
                        .matches()) {
                    return i + 1;
                }
                from = i + 1;
            }
        }
        return file.length;
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
            if (bytes.endsLine(i) && (isJson || quotes % 2 == 0)) {
                end = i + 1;
            }
        }
        return end;
    }
}
