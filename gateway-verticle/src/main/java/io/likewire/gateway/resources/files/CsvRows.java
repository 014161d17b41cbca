package io.likewire.gateway.resources.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.likewire.contracts.problems.Refusal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CSV after RFC 4180, with one separator for the whole file: the one of its first row, or of {@code sep=;} before it. */
final class CsvRows implements RowReader {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t");
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("(?i)(\"?)sep=([^\"\\r\\n])\\1\\2*(\\r\\n|\\r|\\n|$)");

    /** Behind the last row, a row of its own unless a quote is open there. No text of a file has it. */
    private static final String END = "\0";

    private final CsvLine.Handler handler = new CsvLine.Handler();
    private final Iterator<CsvLine> lines;
    private final CsvColumns columns;
    private final String separator;
    private final int linesBefore;

    /** @throws Refusal with a sentence for people */
    CsvRows(String text) {
        Matcher named = SEPARATOR_LINE.matcher(text);
        boolean isNamed = named.lookingAt();
        linesBefore = isNamed ? 1 : 0;
        String rows = (isNamed ? text.substring(named.end()) : text) + "\n" + END;
        separator = isNamed ? named.group(2) : separator(rows);
        lines = open(rows, separator, handler);
        CsvLine first = line();
        if (first == null) {
            throw ProductFile.empty();
        }
        columns = CsvColumns.of(first.fields());
        columns.requireFit();
    }

    /** Whether the first row names the columns. */
    static boolean fit(String text) {
        try {
            return new CsvRows(text).columns.missing().isEmpty();
        } catch (Refusal refusal) {
            return false;
        }
    }

    String separator() {
        return separator;
    }

    @Override
    public ImportRow next() {
        CsvLine next = line();
        return next == null ? null : columns.row(linesBefore + next.number(), next);
    }

    private static String separator(String rows) {
        return SEPARATORS.stream()
                .filter(candidate -> separates(rows, candidate))
                .findFirst()
                .orElse(SEPARATORS.get(0));
    }

    private static boolean separates(String rows, String candidate) {
        try {
            Iterator<CsvLine> lines = open(rows, candidate, new CsvLine.Handler());
            CsvLine first = lines.next();
            while (first.isBlank()) {
                first = lines.next();
            }
            return CsvColumns.of(first.fields()).missing().isEmpty();
        } catch (CsvParseException e) {
            return false;
        }
    }

    private static Iterator<CsvLine> open(String rows, String separator, CsvLine.Handler handler) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .build(handler, rows)
                .iterator();
    }

    /** The next one with a text in it; null at the end. */
    private CsvLine line() {
        try {
            CsvLine next = lines.next();
            while (next.isBlank()) {
                next = lines.next();
            }
            if (next.last().equals(END)) {
                return null;
            }
            if (next.last().endsWith(END)) {
                throw unexpectedQuote();
            }
            return next;
        } catch (CsvParseException | NoSuchElementException e) {
            throw unexpectedQuote();
        }
    }

    private Refusal unexpectedQuote() {
        return Refusal.malformed(String.format(Locale.ROOT, "Line %d: unexpected quote", linesBefore + handler.line()));
    }
}
