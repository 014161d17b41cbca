package io.likewire.gateway.resources.products;

import io.likewire.contracts.products.ProductQuery;
import io.likewire.gateway.resources.files.ImportRow;
import io.likewire.gateway.resources.files.RowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a file in pieces that are bounded by rows and by bytes. */
final class ImportPieces {
    private static final int ROWS_MAX = ProductQuery.IDS_MAX;
    private static final int CHARS_MAX = 64 * 1024;

    private final RowReader rows;
    private final Set<Long> ids = new HashSet<>();
    private boolean end;

    ImportPieces(RowReader rows) {
        this.rows = rows;
    }

    /** The next piece; takes its time. */
    List<ImportStep> next() {
        List<ImportStep> piece = new ArrayList<>();
        int chars = 0;
        while (piece.size() < ROWS_MAX && chars < CHARS_MAX) {
            ImportRow row = rows.next();
            if (row == null) {
                end = true;
                break;
            }
            ImportStep step = new ImportStep(row);
            if (step.id() != null && !ids.add(step.id())) {
                step.fail("id", "An earlier row has this product.");
            }
            piece.add(step);
            chars += row.fields().encode().length();
        }
        return piece;
    }

    /** Whether there is no row behind the last piece. */
    boolean isEnd() {
        return end;
    }
}
