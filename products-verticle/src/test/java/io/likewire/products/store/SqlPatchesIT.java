package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlPatchesIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);
    private final Product tea =
            products.create(new ProductDraft("Tea", "/tea.svg"), change(null)).await();

    @Test
    void whatThePatchDoesNotNameStays() {
        Product patched = patch(new ProductDraft("Green tea", null), change(null));

        assertThat(patched.title()).isEqualTo("Green tea");
        assertThat(patched.image()).isEqualTo("/tea.svg");
        assertThat(patched.version()).isGreaterThan(tea.version());
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void patchesOfDifferentFieldsAtOnceLoseNothing() {
        for (int round = 0; round < 20; round++) {
            List<Future<Product>> both = new ArrayList<>();
            both.add(products.patch(tea.id(), new ProductDraft("Title " + round, null), change(null)));
            both.add(products.patch(tea.id(), new ProductDraft(null, "/image" + round), change(null)));
            Future.all(both).await();

            Product product = products.find(tea.id()).await().orElseThrow();
            assertThat(product.title()).isEqualTo("Title " + round);
            assertThat(product.image()).isEqualTo("/image" + round);
        }
    }

    @Test
    void aPatchThatChangesNothingKeepsTheVersionAndTellsNobody() {
        assertThat(patch(new ProductDraft(null, null), change(null))).isEqualTo(tea);
        assertThat(patch(new ProductDraft("Tea", "/tea.svg"), change(null))).isEqualTo(tea);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void theRepeatOfAPatchChangesNothing() {
        Change once = change(IfMatch.version(tea.version()));

        Product first = patch(new ProductDraft("Green tea", null), once);
        Product repeat = patch(new ProductDraft("Green tea", null), once);

        assertThat(repeat).isEqualTo(first);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void oneOfTheExpectedVersionsIsEnough() {
        Change either = change(new IfMatch(List.of(1L, tea.version(), 3L)));

        assertThat(patch(new ProductDraft("Green tea", null), either).title()).isEqualTo("Green tea");
    }

    @Test
    void noneOfThemIsAFailedPreconditionEvenWhenNothingWouldChange() {
        for (List<Long> versions : List.of(List.<Long>of(), List.of(1L, 2L))) {
            assertThatThrownBy(() -> patch(new ProductDraft(null, null), change(new IfMatch(versions))))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                            .isEqualTo(ProblemType.PRECONDITION_FAILED));
        }
    }

    @Test
    void anUnknownProductIsNotFoundWhateverIsExpected() {
        assertThatThrownBy(() -> products.patch(404, new ProductDraft("x", null), change(IfMatch.version(1)))
                        .await())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private Product patch(ProductDraft patch, Change change) {
        return products.patch(tea.id(), patch, change).await();
    }

    private static Change change(IfMatch expected) {
        return new Change(UUID.randomUUID(), expected, null, Long.MAX_VALUE);
    }

    private long events() {
        return tables.number("SELECT COUNT(*) FROM outbox");
    }
}
