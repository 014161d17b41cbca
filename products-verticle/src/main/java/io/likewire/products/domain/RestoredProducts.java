package io.likewire.products.domain;

import io.likewire.contracts.likes.KnownProducts;
import io.likewire.platform.recovery.RepublishPage;
import io.vertx.core.Future;

/** After this database was restored to an earlier state: tells products once more, and settles them with what others know. */
public interface RestoredProducts {
    /** Gives the next products new versions, with an event each. */
    Future<RepublishPage> tellLiving(long afterId);

    /** Gives the next tombstones new versions, with an event each. */
    Future<RepublishPage> tellDeleted(long afterId);

    /** Whether there is no product, deleted ones aside. */
    Future<Boolean> isEmpty();

    /** No id up to this one is given to a new product, nor one that a product of ours had that was deleted. */
    Future<Void> keepIdsAbove(long id);

    /**
     * Deletes, with an event each, what others know and we don't, and what others know to be deleted: nothing deleted comes
     * back.
     *
     * @return how many events that were
     */
    Future<Integer> settle(KnownProducts theirs);
}
