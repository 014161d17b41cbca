package io.likewire.cli.commands;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What can be said of a file before anybody reads its rows. */
record FileBytes(byte[] file) {
    private static final int START = 1_024;

    boolean isJsonLines() {
        List<String> start = start();
        // A first line that is broken says nothing about the others.
        return !isArray() && start.stream().limit(2).anyMatch(line -> line.startsWith("{"));
    }

    boolean isArray() {
        List<String> start = start();
        return !start.isEmpty() && start.get(0).startsWith("[");
    }

    private List<String> start() {
        return new String(file, 0, Math.min(START, file.length), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\uFEFF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    boolean endsLine(int at) {
        return file[at] == '\n' || file[at] == '\r' && (at + 1 == file.length || file[at + 1] != '\n');
    }

    int lines(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += endsLine(i) ? 1 : 0;
        }
        return lines;
    }

    boolean isMadeOf(String signs, int from, int to) {
        for (int i = from; i < to; i++) {
            if (signs.indexOf(file[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
