package io.likewire.tutorial.takeover;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.contracts.products.ProductLines;
import io.likewire.contracts.products.ProductsService;
import io.likewire.tutorial.domain.BridgedEvent;
import io.likewire.tutorial.store.SqlBridgedProducts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * At the bridge's first start: the products that are there, with their counts, are where telling begins. Its queue is
 * bound before, so what changes meanwhile comes as an event with a newer version.
 */
public final class Baseline {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 250;

    private final ProductsService products;
    private final SqlBridgedProducts told;
    private final Supplier<Future<List<Long>>> theirs;
    private final boolean announce;
    private boolean joined;

    /**
     * @param theirs products that the counterpart has; asked at each start
     * @param announce whether it is told of the others now, and not before they change
     */
    public Baseline(
            ProductsService products, SqlBridgedProducts told, Supplier<Future<List<Long>>> theirs, boolean announce) {
        this.products = products;
        this.told = told;
        this.theirs = theirs;
        this.announce = announce;
    }

    public boolean isJoined() {
        return joined;
    }

    /** For the readiness: what is made before is not told. */
    public Future<Void> joined() {
        return joined ? Future.succeededFuture() : Future.failedFuture("still joining");
    }

    /** Can be called again when it failed. */
    public Future<Void> join() {
        return theirs.get()
                .compose(told::known)
                .compose(done -> told.isJoined())
                .compose(done -> done ? Future.succeededFuture() : pages(0).compose(all -> told.joined()))
                .onSuccess(done -> joined = true);
    }

    private Future<Void> pages(long afterId) {
        return products.export(afterId, Call.question(PATIENCE)).compose(page -> learn(page)
                .compose(done -> page.lastId() == null ? Future.succeededFuture() : pages(page.lastId())));
    }

    private Future<Void> learn(ProductLines page) {
        return learn(page.json()
                .toString()
                .lines()
                .map(JsonObject::new)
                .map(this::heard)
                .toList());
    }

    private Future<Void> learn(List<BridgedEvent> products) {
        int some = Math.min(products.size(), AT_ONCE);
        return products.isEmpty()
                ? Future.succeededFuture()
                : told.tell(products.subList(0, some)).compose(done -> learn(products.subList(some, products.size())));
    }

    private BridgedEvent heard(JsonObject product) {
        long id = product.getLong("id");
        ProductEvent event = new ProductEvent(
                id, product.getString("title"), product.getString("image"), product.getLong("version"), null);
        LikesEvent count = new LikesEvent(id, product.getLong("likes"), product.getLong("likesVersion"), 0, 0);
        return new BridgedEvent(id, told -> told.begin(event, count, announce));
    }
}
