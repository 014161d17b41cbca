package io.likewire.gateway.resources.files;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a file contains, a line for each row: its line, then the title or what is wrong. */
final class Rows {
    private Rows() {}

    static List<String> of(String file) {
        return of(file, StandardCharsets.UTF_8);
    }

    static List<String> of(String file, Charset charset) {
        return of(file.getBytes(charset));
    }

    static List<String> of(byte[] file) {
        RowReader reader = ProductFile.of(Buffer.buffer(file), false).open();
        List<String> rows = new ArrayList<>();
        for (ImportRow row = reader.next(); row != null; row = reader.next()) {
            String column = row.column() == 0 ? "" : ":" + row.column();
            String text = row.unreadable() == null ? "" + row.fields().getValue("title") : row.unreadable();
            rows.add(row.line() + column + " " + text);
        }
        return rows;
    }
}
