package io.likewire.products.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesService;
import io.likewire.platform.republish.Page;
import io.likewire.platform.republish.Part;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Every product once more, after this database or that of likes was put back to an older state. First come the products that
 * the two sides disagree about.
 */
public final class Retelling {
    private static final int AT_ONCE = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProductHistory history;
    private final LikesService likes;

    public Retelling(ProductHistory history, LikesService likes) {
        this.history = history;
        this.likes = likes;
    }

    public List<Part> parts() {
        return List.of(this::settle, history::tellLiving, history::tellDeleted);
    }

    private Future<Page> settle(long afterId) {
        return likes.known(afterId, AT_ONCE, Call.question(PATIENCE))
                .compose(known -> history.keepIdsAbove(known.highestId())
                        .compose(done -> history.settle(known))
                        .map(facts -> new Page(facts, known.lastId())));
    }
}
