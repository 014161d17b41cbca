package io.likewire.contracts.products;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints products as JSON bytes. */
final class ProductJson {
    private static final ObjectWriter WRITER = new JsonMapper().writer().withRootValueSeparator("\n");

    private ProductJson() {}

    /** @param products one, or a list, which becomes an array */
    static Buffer print(Object products) {
        try {
            return Buffer.buffer(WRITER.writeValueAsBytes(products));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Buffer lines(List<Product> products) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SequenceWriter lines = WRITER.writeValues(bytes)) {
            lines.writeAll(products);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Buffer printed = Buffer.buffer(bytes.toByteArray());
        return products.isEmpty() ? printed : printed.appendString("\n");
    }
}
