package io.likewire.likes.domain;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedProduct;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** Who likes what, and the true count. */
public interface LikeStore {
    /**
     * Plays commands against the locked products and writes what they come to, with its events, in one transaction. May be
     * called again with the same commands when its outcome is unknown. Fails with a temporary Refusal where that may help,
     * and with {@link UnwritableRow} where a product's row stands in the way of all.
     *
     * @param written called when nothing is left but the commit
     */
    Future<BatchResult> apply(List<LikeCommand> commands, Runnable written);

    default Future<BatchResult> apply(List<LikeCommand> commands) {
        return apply(commands, () -> {});
    }

    /** @param liker null for nobody */
    Future<List<LikeState>> counts(List<Long> productIds, Liker liker);

    /** What somebody likes of products behind {@code afterId}, ordered by product. */
    Future<List<LikedProduct>> liked(Liker liker, long afterId, int limit);

    /** Products of the replica behind {@code afterId}, deleted ones too. */
    Future<KnownProducts> known(long afterId, int limit);

    /** The highest number of an account with a like; 0 for none. */
    Future<Long> highestAccount();

    /** Brings the replica forward: what is older changes nothing, what is deleted stays deleted. */
    Future<Void> learn(Collection<ReplicaChange> changes);

    /** A product as products-verticle has it; {@code deleted} leaves a tombstone even for an id never seen. */
    record ReplicaChange(long productId, long productVersion, boolean deleted) {}

    /** The database refuses what a row would become: a count below zero, a version that can't grow. */
    final class UnwritableRow extends RuntimeException {
        public UnwritableRow(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
