package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final String UNREADABLE = "Line %d: not text. Save a spreadsheet as CSV, encoded as UTF-8.";
    private static final Map<String, Charset> MARKS = Map.of(
            "\u00EF\u00BB\u00BF", StandardCharsets.UTF_8,
            "\u00FF\u00FE", StandardCharsets.UTF_16LE,
            "\u00FE\u00FF", StandardCharsets.UTF_16BE);

    /** A ZIP file, as spreadsheets are now, and what they were before. */
    private static final List<String> SPREADSHEETS = List.of("PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0");

    /** @throws Refusal with a sentence for people */
    static FileText of(Buffer file) {
        byte[] bytes = file.getBytes();
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (SPREADSHEETS.contains(start)) {
            throw Refusal.malformed("This file is a spreadsheet or an archive. Export it as CSV, encoded as UTF-8.");
        }
        Charset marked = mark(start);
        FileText read = marked == null ? unmarked(bytes, start) : marked(bytes, marked);
        int binary = read.text.indexOf('\0');
        if (binary >= 0) {
            throw Refusal.malformed(String.format(Locale.ROOT, UNREADABLE, line(read.text, binary)));
        }
        return read;
    }

    private static Charset mark(String start) {
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
        return new FileText(text.replaceFirst("^\uFEFF+", ""), name(charset));
    }

    private static FileText unmarked(byte[] bytes, String start) {
        if (start.matches("(?s)(\0[^\0]|[^\0]\0).*")) {
            throw Refusal.malformed("This file looks like UTF-16 without a byte order mark. Save it as UTF-8.");
        }
        String text = strictly(bytes, StandardCharsets.UTF_8);
        if (text != null) {
            return new FileText(text, name(StandardCharsets.UTF_8));
        }
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        boolean mixed = lenient.chars().anyMatch(c -> c > 0x7f && c != REPLACED);
        String old = mixed || isCut(bytes) ? null : strictly(bytes, WINDOWS);
        if (old == null || !WesternText.is(old)) {
            throw broken(bytes, StandardCharsets.UTF_8);
        }
        return new FileText(old, name(WINDOWS));
    }

    /** Whether all is UTF-8 up to the last letter, of which a part is missing. */
    private static boolean isCut(byte[] bytes) {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false)
                .isUnderflow();
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
        return Refusal.malformed(String.format(
                Locale.ROOT,
                "Line %d: not %s. Save the whole file as UTF-8.",
                line(text, text.indexOf(REPLACED)),
                name(charset)));
    }

    private static long line(String text, int at) {
        return text.substring(0, at + 1).lines().count();
    }

    private static String name(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
