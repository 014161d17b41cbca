package io.likewire.products.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductLines;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A part of an export is one bus message, however long the descriptions are. */
class ExportedPartTest {
    private static final int LONGEST = 2_000;

    @Test
    void thePageIsCutWhereItsTextsAreLong() {
        ProductLines part = Catalogue.exported(products(Catalogue.EXPORTED_AT_ONCE, LONGEST));
        assertThat(part.json().length()).isLessThan(250_000);
        assertThat(part.lastId()).isBetween(40L, 60L);
        assertThat(part.json().toString().lines()).hasSize(part.lastId().intValue());
    }

    @Test
    void theLastPageIsCutToo() {
        assertThat(Catalogue.exported(products(100, LONGEST)).lastId()).isLessThan(100);
        assertThat(Catalogue.exported(products(100, 10)).lastId()).isNull();
        assertThat(Catalogue.exported(products(0, 10)).lastId()).isNull();
    }

    private static List<Product> products(int many, int letters) {
        return LongStream.rangeClosed(1, many)
                .mapToObj(id ->
                        new Product(id, "Tea", "/tea.svg", 0, 0, 1, Instant.EPOCH, Instant.EPOCH, "x".repeat(letters)))
                .toList();
    }
}
