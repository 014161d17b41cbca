package io.likewire.tutorial.joining;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.ProductLines;
import io.likewire.contracts.products.ProductsService;
import io.likewire.tutorial.domain.Told;
import io.likewire.tutorial.store.SqlTold;
import io.likewire.tutorial.wire.TutorialEvent;
import io.likewire.tutorial.wire.TutorialForm;
import io.likewire.tutorial.wire.TutorialMessage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * At the bridge's first start: the products that are there, with their counts, are where telling begins. Its queue is
 * bound before, so what changes meanwhile comes as a fact with a newer version.
 */
public final class Baseline {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProductsService products;
    private final SqlTold told;
    private final boolean announce;
    private boolean joined;

    /** @param announce whether the products are told as created now, to a counterpart that starts with nothing */
    public Baseline(ProductsService products, SqlTold told, boolean announce) {
        this.products = products;
        this.told = told;
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
        return told.isJoined()
                .compose(done -> done ? Future.succeededFuture() : pages(0).compose(all -> told.joined()))
                .onSuccess(done -> joined = true);
    }

    private Future<Void> pages(long afterId) {
        return products.export(afterId, Call.question(PATIENCE)).compose(page -> learn(page)
                .compose(done -> page.lastId() == null ? Future.succeededFuture() : pages(page.lastId())));
    }

    private Future<Void> learn(ProductLines page) {
        List<JsonObject> lines =
                page.json().toString().lines().map(JsonObject::new).toList();
        return told.join(
                lines.stream().map(Baseline::told).toList(),
                announce ? lines.stream().map(Baseline::announcement).toList() : List.of());
    }

    private static Told told(JsonObject product) {
        return new Told(
                product.getLong("id"),
                true,
                false,
                product.getLong("version"),
                product.getLong("likes"),
                product.getLong("likesVersion"),
                0,
                0);
    }

    private static TutorialMessage announcement(JsonObject product) {
        return new TutorialMessage(
                TutorialMessage.MAIN,
                TutorialEvent.PRODUCT_CREATED,
                TutorialForm.product(
                        product.getLong("id"),
                        product.getString("title"),
                        product.getString("image"),
                        product.getLong("likes")),
                1);
    }
}
