package io.likewire.gateway.resources.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a row of CSV.
 *
 * @param number of the line where the row begins, from 1 on
 * @param lateQuote whether a field has signs that show nothing before its quote: quoted or not, somebody meant the other
 * @param tooLong whether there are texts behind the fields, of which no more are kept than files of products have
 */
record CsvLine(int number, List<String> fields, boolean lateQuote, boolean tooLong) {
    static final int MOST_FIELDS = 1_000;

    boolean isBlank() {
        return !tooLong && fields.stream().allMatch(String::isBlank);
    }

    String last() {
        return fields.get(fields.size() - 1);
    }

    /** Gathers the fields of each row. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {
        private List<String> fields = new ArrayList<>();
        private boolean lateQuote;
        private boolean tooLong;

        /** Where the row begins that is being read. */
        int line() {
            return (int) getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>();
            lateQuote = false;
            tooLong = false;
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            String field = new String(text, offset, length);
            if (fields.size() == MOST_FIELDS) {
                tooLong |= !field.isBlank();
                return;
            }
            fields.add(field);
            lateQuote |= !quoted && CsvColumns.stripped(field).startsWith("\"") && !field.startsWith("\"");
        }

        @Override
        protected CsvLine buildRecord() {
            return new CsvLine(line(), fields, lateQuote, tooLong);
        }
    }
}
