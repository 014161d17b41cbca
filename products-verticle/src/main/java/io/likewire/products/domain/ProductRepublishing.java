package io.likewire.products.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikesService;
import io.likewire.platform.recovery.RepublishPage;
import io.likewire.platform.recovery.RepublishSource;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Every product once more, after this database or that of likes was put back to an older state. First come the products that
 * the two sides disagree about.
 */
public record ProductRepublishing(RestoredProducts restored, LikesService likes) {
    private static final String DAMAGE = "This database has no products, and the likes side knows some:"
            + " they would be deleted there, with all their likes.";
    private static final int AT_ONCE = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_A_START = Duration.ofSeconds(1);

    public List<RepublishSource> parts() {
        return List.of(this::settle, restored::tellLiving, restored::tellDeleted);
    }

    /** Without any product here, all that others know would be deleted: more likely the database was not put back yet. */
    public Future<String> damage() {
        return restored.isEmpty()
                .compose(empty -> empty ? areAnyLiving(0) : Future.succeededFuture(false))
                .map(living -> living ? DAMAGE : null);
    }

    private Future<Boolean> areAnyLiving(long afterId) {
        return likes.known(afterId, AT_ONCE, Call.question(PATIENCE)).compose(known -> {
            boolean ends = known.lastId() == null || !known.living().isEmpty();
            return ends ? Future.succeededFuture(!known.living().isEmpty()) : areAnyLiving(known.lastId());
        });
    }

    /** The highest id of a product that the likes side has heard of. */
    public Future<Long> highestKnown() {
        return likes.known(0, 1, Call.question(PATIENCE_AT_A_START)).map(KnownProducts::highestId);
    }

    private Future<RepublishPage> settle(long afterId) {
        return likes.known(afterId, AT_ONCE, Call.question(PATIENCE))
                .compose(known -> restored.keepIdsAbove(known.highestId())
                        .compose(done -> restored.settle(known))
                        .map(events -> new RepublishPage(events, known.lastId())));
    }
}
