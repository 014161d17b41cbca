package io.likewire.tutorial.takeover;

import io.likewire.platform.management.Audit;
import io.likewire.tutorial.takeover.ProductImport.Report;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;

/** {@code POST /operations/tutorial/products}: the answer of the tutorial's {@code GET /api/products}, as it is. */
public record ImportOperation(ProductImport job) {
    private static final int LARGEST_BODY = 50 * 1024 * 1024;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALL = 422;
    private static final int UNAVAILABLE = 503;

    public void mount(Router operations) {
        operations
                .post("/tutorial/products")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::run);
    }

    private void run(RoutingContext context) {
        JsonArray rows;
        try {
            rows = context.body().buffer() == null
                    ? new JsonArray()
                    : context.body().buffer().toJsonArray();
        } catch (DecodeException | ClassCastException invalid) {
            answer(context, BAD_REQUEST, new JsonObject().put("message", "Expected an array of products"));
            return;
        }
        Report report = new Report();
        job.run(rows, report)
                .onComplete(done -> audit(context, done.succeeded() && report.isWhole(), report.toJson()))
                .onSuccess(done -> answer(context, report.isWhole() ? OK : NOT_ALL, report.toJson()))
                .onFailure(failure -> answer(
                        context,
                        UNAVAILABLE,
                        report.toJson().put("message", "Not all is taken; try again: " + failure.getMessage())));
    }

    private static void audit(RoutingContext context, boolean done, JsonObject report) {
        Audit.record(
                "tutorial.import",
                context.request().remoteAddress().hostAddress(),
                done ? "done" : "failed",
                Map.of("products", report.getInteger("products").toString()));
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        context.response().setStatusCode(status);
        context.json(body);
    }
}
