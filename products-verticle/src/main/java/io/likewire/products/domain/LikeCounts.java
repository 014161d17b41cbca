package io.likewire.products.domain;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** The like counts that this side projects: whatever is older than what is stored changes nothing. */
public interface LikeCounts {
    /** Unknown products are left out. */
    Future<List<LikeCount>> of(List<Long> productIds);

    Future<Void> apply(Collection<LikeCount> newestPerProduct);
}
