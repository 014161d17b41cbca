package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlProductsKeysIT {
    private static final ProductDraft TEA = new ProductDraft("Tea 🍵", "/tea.svg");

    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);

    @Test
    void fiftyAtOnceAreOneProductOneEventAndOneAnswer() {
        List<Future<EncodedProduct>> all = IntStream.range(0, 50)
                .mapToObj(i -> products.createOnce(TEA, change(), key("{}")))
                .toList();
        Future.all(all).await();

        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(1);
        assertThat(tables.number("SELECT COUNT(*) FROM outbox")).isEqualTo(1);
        assertThat(all.stream().map(product -> product.result().json()).distinct())
                .hasSize(1);
        assertThat(all.stream().filter(product -> !product.result().replayed())).hasSize(1);
    }

    @Test
    void aReplayIsWholeWhateverBecameOfTheProduct() {
        EncodedProduct first = products.createOnce(TEA, change(), key("{}")).await();
        products.update(first.id(), new ProductDraft("Coffee", "/c.png"), change())
                .await();
        EncodedProduct afterEdit = products.createOnce(TEA, change(), key("{}")).await();
        products.delete(first.id(), change()).await();
        EncodedProduct afterDelete =
                products.createOnce(TEA, change(), key("{}")).await();

        assertThat(List.of(afterEdit, afterDelete))
                .containsOnly(
                        new EncodedProduct(first.id(), first.version(), first.likesVersion(), first.json(), true));
    }

    @Test
    void theRepeatOfACommandIsNoReplay() {
        Change change = change();
        EncodedProduct first = products.createOnce(TEA, change, key("{}")).await();

        assertThat(products.createOnce(TEA, change, key("{}")).await()).isEqualTo(first);
    }

    @Test
    void anotherBodyIsRefusedAndMakesNothing() {
        products.createOnce(TEA, change(), key("{}")).await();

        assertThatThrownBy(() -> products.createOnce(TEA, change(), key("{ }")).await())
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(ProblemType.IDEMPOTENCY_MISMATCH));
        assertThat(tables.number("SELECT COUNT(*) FROM products")).isEqualTo(1);
    }

    private static RequestKey key(String body) {
        return RequestKey.of("writers", "k-1", "POST", "/api/products", Buffer.buffer(body));
    }
}
