package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A file as text. What cannot be read for certain is refused: no character is replaced.
 *
 * @param encoding as it was read
 */
record FileText(String text, String encoding) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char REPLACED = '\uFFFD';
    private static final char MARK = '\uFEFF';
    private static final Map<String, Charset> MARKS = Map.of(
            "\u00EF\u00BB\u00BF", StandardCharsets.UTF_8,
            "\u00FF\u00FE", StandardCharsets.UTF_16LE,
            "\u00FE\u00FF", StandardCharsets.UTF_16BE);

    /** @throws Refusal with a sentence for people */
    static FileText of(Buffer file) {
        byte[] bytes = file.getBytes();
        Charset marked = mark(bytes);
        FileText read = marked == null ? unmarked(bytes) : marked(bytes, marked);
        if (read.text.indexOf('\0') >= 0) {
            throw Refusal.malformed("This file is not text. Save a spreadsheet as CSV, encoded as UTF-8.");
        }
        return read;
    }

    private static Charset mark(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.ISO_8859_1);
        return MARKS.entrySet().stream()
                .filter(mark -> start.startsWith(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static FileText marked(byte[] bytes, Charset charset) {
        String text = strictly(bytes, charset);
        if (text == null) {
            throw broken(bytes, charset);
        }
        return new FileText(text.charAt(0) == MARK ? text.substring(1) : text, name(charset));
    }

    private static FileText unmarked(byte[] bytes) {
        String text = strictly(bytes, StandardCharsets.UTF_8);
        if (text != null) {
            return new FileText(text, name(StandardCharsets.UTF_8));
        }
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        boolean mixed = lenient.chars().anyMatch(c -> c > 0x7f && c != REPLACED);
        String old = mixed ? null : strictly(bytes, WINDOWS);
        if (old == null) {
            throw broken(bytes, StandardCharsets.UTF_8);
        }
        return new FileText(old, name(WINDOWS));
    }

    /** Null where the bytes are something else. */
    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Refusal broken(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        long line = text.substring(0, text.indexOf(REPLACED) + 1).lines().count();
        return Refusal.malformed(
                String.format(Locale.ROOT, "Line %d: not %s. Save the whole file as UTF-8.", line, name(charset)));
    }

    private static String name(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
