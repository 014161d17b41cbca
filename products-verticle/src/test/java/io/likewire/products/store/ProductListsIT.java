package io.likewire.products.store;

import static io.likewire.contracts.products.ProductSort.ID;
import static io.likewire.contracts.products.ProductSort.ID_DESCENDING;
import static io.likewire.contracts.products.ProductSort.LEAST_LIKED;
import static io.likewire.contracts.products.ProductSort.MOST_LIKED;
import static io.likewire.contracts.products.ProductSort.NEWEST;
import static io.likewire.contracts.products.ProductSort.OLDEST;
import static io.likewire.contracts.products.ProductSort.TITLE;
import static io.likewire.contracts.products.ProductSort.TITLE_DESCENDING;
import static io.likewire.products.store.ProductTables.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.ProductTotal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductListsIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    @Test
    void equalKeysAreOrderedById() {
        tables.put("tea", 5, "2026-11-21 10:00:00.000002");
        tables.put("Tea", 5, "2026-11-21 10:00:00.000002");
        tables.put("Téa", 7, "2026-11-21 10:00:00.000001");
        tables.put("apple", 5, "2026-11-21 10:00:00.000003");

        assertThat(ids(ID)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(MOST_LIKED)).containsExactly(3L, 4L, 2L, 1L);
        assertThat(ids(TITLE)).containsExactly(4L, 1L, 2L, 3L);
        assertThat(ids(NEWEST)).containsExactly(4L, 2L, 1L, 3L);
        assertThat(ids(ID_DESCENDING)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(LEAST_LIKED)).containsExactly(1L, 2L, 4L, 3L);
        assertThat(ids(TITLE_DESCENDING)).containsExactly(3L, 2L, 1L, 4L);
        assertThat(ids(OLDEST)).containsExactly(3L, 1L, 2L, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void eachUnchangedRowAppearsExactlyOnceWhileOthersComeGoAndChange(ProductSort sort) {
        tables.multiply(512);
        List<Long> stays = idsOf("id % 3 <> 0");
        AtomicInteger pages = new AtomicInteger();

        List<Product> walked = tables.walk(sorted(sort, 17), () -> disturb(pages.incrementAndGet()));

        assertThat(walked).extracting(Product::id).containsAll(stays);
        assertThat(ids(walked, stays::contains)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"ID", "NEWEST", "ID_DESCENDING", "OLDEST"})
    void byIdAndAgeNoRowAppearsTwiceWhateverChanges(ProductSort sort) {
        tables.multiply(512);
        Set<Long> before = Set.copyOf(idsOf("1 = 1"));
        AtomicInteger pages = new AtomicInteger();

        List<Product> walked = tables.walk(sorted(sort, 23), () -> change(pages.incrementAndGet()));

        assertThat(walked).extracting(Product::id).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void someByTheirIdsAndUnknownOnesLeftOut() {
        tables.put("a", "b", "c");
        ProductQuery query = new ProductQuery(ID, null, List.of(3L, 1L, 77L), null, 100, false);
        assertThat(tables.titles(query)).containsExactly("a", "c");
    }

    @Test
    void aTotalIsCountedOnRequest() {
        tables.put("a", "b", "c");
        ProductQuery query = new ProductQuery(TITLE, null, List.of(), null, 2, true);
        assertThat(tables.read(query).total()).isEqualTo(new ProductTotal(3, true));
        assertThat(tables.read(sorted(TITLE, 2)).total()).isNull();
    }

    @Test
    void aPageThatEndsWithTheListHasNoNext() {
        tables.put("a", "b", "c", "d");
        assertThat(tables.read(sorted(ID, 4)).more()).isFalse();
        assertThat(tables.read(sorted(ID, 3)).more()).isTrue();
    }

    /** Every third row is deleted, liked or renamed at some time, and new ones come everywhere. */
    private void disturb(int page) {
        tables.run("DELETE FROM products WHERE id % 3 = 0 AND id % 7 = " + page % 7);
        change(page);
        tables.put("Aaa " + page, 2_000, "2020-01-01 00:00:00");
        tables.put("Zzz " + page, 0, "2030-01-01 00:00:00");
    }

    private void change(int page) {
        tables.run("UPDATE products SET likes = likes + 500 * (id % 2), title = CONCAT(CHAR(65 + id % 26), title)"
                + " WHERE id % 3 = 0 AND id % 11 = " + page % 11);
    }

    private List<Long> ids(ProductSort sort) {
        return ids(tables.walk(sorted(sort, 1), () -> {}), any -> true);
    }

    private static List<Long> ids(List<Product> products, Predicate<Long> which) {
        return products.stream().map(Product::id).filter(which).collect(Collectors.toList());
    }

    private List<Long> idsOf(String condition) {
        return tables.run("SELECT id FROM products WHERE " + condition).stream()
                .map(row -> row.getLong(0))
                .toList();
    }
}
