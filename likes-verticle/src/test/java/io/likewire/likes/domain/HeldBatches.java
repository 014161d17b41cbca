package io.likewire.likes.domain;

import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedProduct;
import io.likewire.likes.domain.LikeStore.UnwritableRow;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays in memory; each batch ends when the test says so. */
final class HeldBatches implements LikeStore {
    record Applied(List<LikeCommand> commands, Runnable written, Promise<BatchResult> promise) {}

    final List<Applied> applied = new CopyOnWriteArrayList<>();

    @Override
    public Future<BatchResult> apply(List<LikeCommand> commands, Runnable written) {
        Applied batch = new Applied(commands, written, Promise.promise());
        applied.add(batch);
        return batch.promise().future();
    }

    void commit(int batch) {
        Applied one = applied.get(batch);
        List<LockedProduct> products = List.of(
                new LockedProduct(LikeBatchesTest.TEA, 0, 0, 1, false),
                new LockedProduct(LikeBatchesTest.COFFEE, 0, 0, 1, false));
        one.promise().complete(new Fold(products, Map.of(), 0).of(one.commands()));
    }

    void refuse(int batch) {
        applied.get(batch).promise().fail(new UnwritableRow(new IllegalStateException("out of range")));
    }

    List<Integer> sizes() {
        return applied.stream().map(batch -> batch.commands().size()).toList();
    }

    void awaitBatches(int number) {
        await().until(() -> applied.size() == number);
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Liker liker) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<LikedProduct>> liked(Liker liker, long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Long> highestAccount() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Void> learn(Collection<ReplicaChange> changes) {
        throw new UnsupportedOperationException();
    }
}
