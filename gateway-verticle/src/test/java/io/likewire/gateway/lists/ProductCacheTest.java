package io.likewire.gateway.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.gateway.FakeProducts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProductCacheTest {
    private static final ProductQuery TEN = ProductQuery.first(10);
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.svg");
    private final FakeProducts products = new FakeProducts();
    private final AtomicLong clock = new AtomicLong();
    private final ProductCache pages = new ProductCache(products, clock::get);

    @Test
    void aPageIsAskedForOnceASecond() {
        String first = read();
        products.add("Tea");
        assertThat(read()).isEqualTo(first);
        assertThat(products.questions).hasValue(1);

        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(read()).contains("Tea");
        assertThat(products.questions).hasValue(2);
    }

    @Test
    void theSecondBeginsWithTheQuestion() {
        Promise<Void> gate = gate();
        Future<CachedPage> slow = pages.page(TEN, call());
        clock.addAndGet(Duration.ofMillis(900).toNanos());
        gate.complete();
        assertThat(slow.succeeded()).isTrue();

        clock.addAndGet(Duration.ofMillis(100).toNanos());
        read();
        assertThat(products.questions).hasValue(2);
    }

    @Test
    void callersAtTheSameTimeShareAQuestion() {
        Promise<Void> gate = gate();
        Future<CachedPage> one = pages.page(TEN, call());
        Future<CachedPage> two = pages.page(ProductQuery.first(10), call());
        Future<CachedPage> other = pages.page(ProductQuery.first(11), call());
        gate.complete();
        assertThat(two.result()).isSameAs(one.result());
        assertThat(other.succeeded()).isTrue();
        assertThat(products.questions).hasValue(2);
    }

    @Test
    void everyWriteIsVisibleToWhoeverReadsAfterIt() {
        read();
        pages.written(products.create(TEA, call()));
        assertThat(read()).contains("Tea");
        pages.written(products.update(1, new ProductDraft("Coffee", "/x"), call()));
        assertThat(read()).contains("Coffee");
        pages.written(products.delete(1, call()));
        assertThat(read()).isEqualTo("[]");
    }

    @Test
    void anAnswerFromBeforeAWriteIsNeitherKeptNorShared() {
        Promise<Void> gate = gate();
        Future<CachedPage> before = pages.page(TEN, call());
        products.listGate = Future.succeededFuture();
        pages.written(products.create(TEA, call()));
        assertThat(read()).contains("Tea");

        gate.complete();
        assertThat(before.result().page().json().toString()).isEqualTo("[]");
        assertThat(read()).contains("Tea");
    }

    @Test
    void aFailureIsNotKept() {
        products.listGate = Future.failedFuture(Refusal.noProduct(1));
        assertThat(pages.page(TEN, call()).failed()).isTrue();
        products.listGate = Future.succeededFuture();
        assertThat(read()).isEqualTo("[]");
    }

    @Test
    void aWriteWithoutAnAnswerDropsPagesToo() {
        read();
        products.add("Tea");
        assertThat(pages.written(products.delete(404, call())).failed()).isTrue();
        assertThat(read()).contains("Tea");
    }

    @Test
    void aProductIsKeptForASecond() {
        products.add("Tea");
        assertThat(likes()).isZero();
        products.setLikes(1, 5, 50);
        assertThat(likes()).isZero();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(likes()).isEqualTo(5);
    }

    @Test
    void aCountThatIsHeardDropsItsProduct() {
        products.add("Tea");
        likes();
        products.setLikes(1, 5, 50);
        pages.heard(new LikeCount(1, 5, 50));
        assertThat(likes()).isEqualTo(5);
        pages.heard(new LikeCount(1, 4, 40));
        products.setLikes(1, 6, 60);
        assertThat(likes()).as("older news say nothing").isEqualTo(5);
    }

    @Test
    void anAnswerWithoutTheNewestCountIsNotKept() {
        products.add("Tea");
        pages.heard(new LikeCount(1, 5, 50));
        assertThat(likes()).isZero();
        products.setLikes(1, 5, 50);
        assertThat(likes()).isEqualTo(5);
    }

    @Test
    void aWriteIsSeenByWhoeverReadsTheProductAfterIt() {
        products.add("Tea");
        product();
        pages.written(products.update(1, new ProductDraft("Coffee", "/x"), call()));
        assertThat(product().getString("title")).isEqualTo("Coffee");
    }

    private long likes() {
        return product().getLong("likes");
    }

    private JsonObject product() {
        return new JsonObject(pages.product(1, call()).await().json());
    }

    private Promise<Void> gate() {
        Promise<Void> gate = Promise.promise();
        products.listGate = gate.future();
        return gate;
    }

    private String read() {
        return pages.page(TEN, call()).await().page().json().toString();
    }

    private static Call call() {
        return Call.command(Duration.ofSeconds(10));
    }
}
