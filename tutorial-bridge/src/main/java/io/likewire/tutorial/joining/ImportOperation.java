package io.likewire.tutorial.joining;

import io.likewire.contracts.events.MalformedFact;
import io.likewire.platform.audit.Audit;
import io.likewire.tutorial.wire.TutorialForm;
import io.likewire.tutorial.wire.TutorialForm.Product;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;

/** {@code POST /operations/tutorial/products}: the answer of the tutorial's {@code GET /api/products}, as it is. */
public final class ImportOperation {
    private static final int LARGEST_BODY = 50 * 1024 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Import job;

    public ImportOperation(Vertx vertx, Import job) {
        this.vertx = vertx;
        this.job = job;
    }

    public void mount(Router operations) {
        operations
                .post("/tutorial/products")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::run);
    }

    private void run(RoutingContext context) {
        try {
            List<Product> products = read(context.body().buffer());
            job.run(products)
                    .onComplete(done -> audit(context, done.succeeded(), products))
                    .onSuccess(done -> context.json(result(products)))
                    .onFailure(failure ->
                            say(context, UNAVAILABLE, "Not all is taken; try again: " + failure.getMessage()));
        } catch (MalformedFact | DecodeException | ClassCastException invalid) {
            say(context, BAD_REQUEST, "Expected an array of products: " + invalid.getMessage());
        }
    }

    private static List<Product> read(Buffer body) {
        return (body == null ? new JsonArray() : body.toJsonArray())
                .stream()
                        .map(product -> TutorialForm.product((JsonObject) product))
                        .toList();
    }

    private static JsonObject result(List<Product> products) {
        return new JsonObject()
                .put("products", products.size())
                .put("likes", products.stream().mapToLong(Product::likes).sum());
    }

    private static void audit(RoutingContext context, boolean done, List<Product> products) {
        Audit.record(
                "tutorial.import",
                context.request().remoteAddress().hostAddress(),
                done ? "done" : "failed",
                Map.of("products", Integer.toString(products.size())));
    }

    private static void say(RoutingContext context, int status, String message) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("message", message));
    }
}
