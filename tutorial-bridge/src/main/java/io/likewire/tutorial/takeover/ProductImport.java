package io.likewire.tutorial.takeover;

import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductsService;
import io.likewire.platform.InTurn;
import io.likewire.tutorial.store.SqlBridgedProducts;
import io.likewire.tutorial.transfer.MessageIdentity;
import io.likewire.tutorial.wire.TutorialForm;
import io.likewire.tutorial.wire.TutorialForm.Product;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The tutorial's products and their likes become ours, under the same ids. It can be repeated: a product that is so already
 * is left alone, and each like has an identity that follows from its product and its number.
 */
public record ProductImport(ProductsService products, LikesService likes, SqlBridgedProducts told) {
    private static final int LIKES_AT_ONCE = 64;

    /** What became ours, and what did not. */
    public static final class Report {
        private final JsonArray made = new JsonArray();
        private final JsonArray failed = new JsonArray();
        private long likes;
        private long told;

        private void made(Product product, long theirs) {
            made.add(product.id());
            likes += theirs;
            told += product.likes() - theirs;
        }

        private void failed(int row, Object product, Refusal why) {
            Object id = product instanceof JsonObject json ? json.getValue("id") : null;
            if (why.errors().isEmpty()) {
                failed(row, id, why.type() == ProblemType.NOT_FOUND ? "id" : null, sentence(why));
            }
            why.errors().forEach((field, sentences) -> failed(row, id, field, String.join(" ", sentences)));
        }

        private void failed(int row, Object id, String field, String message) {
            failed.add(new JsonObject()
                    .put("row", row)
                    .put("id", id)
                    .put("field", field)
                    .put("message", message));
        }

        private static String sentence(Refusal why) {
            return why.type() == ProblemType.NOT_FOUND
                    ? "The product with this id was deleted here, and does not come back"
                    : why.getMessage();
        }

        public boolean isWhole() {
            return failed.isEmpty();
        }

        public JsonObject toJson() {
            return new JsonObject()
                    .put("products", made.size())
                    .put("likes", likes)
                    .put("told", told)
                    .put("made", made)
                    .put("failed", failed);
        }
    }

    /**
     * A row that can't be ours is reported, and the others are taken.
     *
     * @return fails when a part of the system is away; the report tells how far it came
     */
    public Future<Void> run(JsonArray rows, Report report) {
        return told.isJoined()
                .compose(done -> done
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The bridge is still joining")))
                .compose(joined -> InTurn.each(
                        IntStream.range(0, rows.size()).boxed().toList(),
                        row -> take(row + 1, rows.getValue(row), report)));
    }

    private Future<Void> take(int row, Object json, Report report) {
        Product product;
        try {
            product = TutorialForm.product(json);
        } catch (Refusal invalid) {
            report.failed(row, json, invalid);
            return Future.succeededFuture();
        }
        return take(product)
                .onSuccess(theirs -> report.made(product, theirs))
                .<Void>mapEmpty()
                .recover(failure -> {
                    if (failure instanceof Refusal refusal && !refusal.type().temporary()) {
                        report.failed(row, json, refusal);
                        return Future.succeededFuture();
                    }
                    return Future.failedFuture(failure);
                });
    }

    private Future<Long> take(Product product) {
        return told.imported(product.id(), product.likes()).compose(theirs -> products.adopt(
                        product.id(),
                        product.draft(),
                        MessageIdentity.command(MessageIdentity.of("tutorial product " + product)))
                .compose(done -> likes(product.id(), 0, theirs))
                .map(theirs));
    }

    private Future<Void> likes(long productId, long from, long all) {
        if (from >= all) {
            return Future.succeededFuture();
        }
        long to = Math.min(all, from + LIKES_AT_ONCE);
        return Future.all(LongStream.range(from, to)
                        .mapToObj(number -> likes.like(
                                productId,
                                MessageIdentity.command(
                                        MessageIdentity.of("tutorial like " + productId + " " + number))))
                        .toList())
                .compose(done -> likes(productId, to, all));
    }
}
