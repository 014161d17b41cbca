package io.likewire.likes.maintenance;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Compares the counts that are kept with the likes that there are, and repairs them. */
public interface CountAudit {
    /** @param rows likes of the product, read in the same instant */
    record Line(LikeCount count, long rows) {}

    /**
     * The next products of the current round, whoever looked at the ones before. Empty between two rounds, and while another
     * node reads a page.
     */
    Future<List<Line>> nextPage(Duration betweenRounds);

    /**
     * Recounts one product under its lock. Writes count, version and event anew when the count is wrong, or when the other
     * side can't have got it.
     *
     * @param theirs what the other side has; null where it wasn't asked
     * @param lost an event must be sent again although nothing differs here
     * @return whether something was written
     */
    Future<Boolean> repair(long productId, LikeCount theirs, boolean lost);
}
