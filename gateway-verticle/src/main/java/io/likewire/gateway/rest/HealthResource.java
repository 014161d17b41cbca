package io.likewire.gateway.rest;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /api/health}: the services' own reports, side by side. */
record HealthResource(ProductsService products, LikesService likes, Duration patience) {
    private static final String DOWN = "down";

    void report(RoutingContext context) {
        Future<JsonObject> product = orDown(products.health(Call.question(patience)));
        Future<JsonObject> like = orDown(likes.health(Call.question(patience)));
        Future.all(product, like).onComplete(both -> send(context, product.result(), like.result()), context::fail);
    }

    private static Future<JsonObject> orDown(Future<JsonObject> report) {
        return report.otherwise(silent -> new JsonObject().put("status", DOWN));
    }

    private static void send(RoutingContext context, JsonObject product, JsonObject like) {
        String status = worst(List.of(product.getString("status", DOWN), like.getString("status", DOWN)));
        JsonObject report = new JsonObject()
                .put("status", status)
                .put("services", new JsonObject().put("products", product).put("likes", like));
        context.response().setStatusCode(status.equals(DOWN) ? 503 : 200);
        Replies.json(context, report.toBuffer());
    }

    private static String worst(List<String> states) {
        if (states.contains(DOWN)) {
            return DOWN;
        }
        return states.stream().allMatch("up"::equals) ? "up" : "degraded";
    }
}
