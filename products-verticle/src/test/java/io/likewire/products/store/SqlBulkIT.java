package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlBulkIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlBulk bulk = new SqlBulk(tables.transactions);

    @Test
    void aThousandProductsKeepTheirOrderAndHaveAFactEach() {
        List<ProductDraft> drafts = drafts(1_000);

        List<Product> products = bulk.create(drafts, change()).await();

        assertThat(products)
                .extracting(product -> new ProductDraft(product.title(), product.image()))
                .isEqualTo(drafts);
        assertThat(products).extracting(Product::id).isSorted().doesNotHaveDuplicates();
        assertThat(tables.number("SELECT COUNT(*) FROM outbox WHERE routing_key = 'product.created'"))
                .isEqualTo(1_000);
    }

    @Test
    void theRepeatOfABatchMakesNothingAndAnswersTheSame() {
        Change change = change();

        List<Product> first = bulk.create(drafts(300), change).await();
        List<Product> repeat = bulk.create(drafts(300), change).await();

        assertThat(repeat).isEqualTo(first);
        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(300);
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isEqualTo(300);
    }

    @Test
    void theSameBatchManyTimesAtOnceIsMadeOnce() {
        Change change = change();

        Future.all(IntStream.range(0, 4)
                        .mapToObj(i -> bulk.create(drafts(50), change))
                        .toList())
                .await();

        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(50);
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isEqualTo(50);
    }

    @Test
    void aKeyMakesABatchOnceWhateverTheCommand() {
        RequestKey key = RequestKey.of("ann", "key", "POST", "/batch", Buffer.buffer("body"));

        MadeProducts first = bulk.createOnce(drafts(300), change(), key).await();
        MadeProducts second = bulk.createOnce(drafts(300), change(), key).await();

        assertThat(first.replayed()).isFalse();
        assertThat(second).isEqualTo(new MadeProducts(first.json(), true));
        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(300);
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isEqualTo(300);
    }

    @Test
    void aBatchThatFailsLeavesNothing() {
        List<ProductDraft> drafts = new ArrayList<>(drafts(300));
        drafts.add(new ProductDraft("x".repeat(201), "/too-long.png"));

        assertThatThrownBy(() -> bulk.create(drafts, change()).await()).isInstanceOf(Exception.class);

        assertThat(tables.number("SELECT COUNT(*) FROM products")).isZero();
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isZero();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        List<Product> all = bulk.create(drafts(25), change()).await();

        List<Product> first = bulk.after(0, 10).await();
        List<Product> second = bulk.after(first.get(9).id(), 10).await();
        List<Product> third = bulk.after(second.get(9).id(), 10).await();

        assertThat(first).isEqualTo(all.subList(0, 10));
        assertThat(second).isEqualTo(all.subList(10, 20));
        assertThat(third).isEqualTo(all.subList(20, 25));
    }

    private static List<ProductDraft> drafts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new ProductDraft("Product " + i, "/" + i + ".png"))
                .toList();
    }
}
