package io.likewire.gateway.rest;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /api/health}: the services' own reports, side by side. Without auth nobody logs in, but everything else goes on. */
record HealthResource(ProductsService products, LikesService likes, AuthService auth, Duration patience) {
    private static final String DOWN = "down";

    void report(RoutingContext context) {
        Future<JsonObject> product = orDown(products.health(Call.question(patience)));
        Future<JsonObject> like = orDown(likes.health(Call.question(patience)));
        Future<JsonObject> account = orDown(auth.health(Call.question(patience)));
        Future.all(product, like, account)
                .onComplete(all -> send(context, product.result(), like.result(), account.result()), context::fail);
    }

    private static Future<JsonObject> orDown(Future<JsonObject> report) {
        return report.otherwise(silent -> new JsonObject().put("status", DOWN));
    }

    private static void send(RoutingContext context, JsonObject product, JsonObject like, JsonObject account) {
        String status = worst(status(product), status(like));
        if (status.equals("up") && !status(account).equals("up")) {
            status = "degraded";
        }
        JsonObject services =
                new JsonObject().put("products", product).put("likes", like).put("auth", account);
        context.response().setStatusCode(status.equals(DOWN) ? 503 : 200);
        Replies.json(
                context,
                new JsonObject().put("status", status).put("services", services).toBuffer());
    }

    private static String status(JsonObject report) {
        return report.getString("status", DOWN);
    }

    private static String worst(String one, String other) {
        List<String> states = List.of(one, other);
        if (states.contains(DOWN)) {
            return DOWN;
        }
        return states.stream().allMatch("up"::equals) ? "up" : "degraded";
    }
}
