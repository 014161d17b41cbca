package io.likewire.gateway.resources.operations;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/**
 * {@code /api/health}: the services' own reports, side by side. Without auth nobody logs in, but everything else goes on. Who
 * asks while the services are being asked gets the same answer: no bulkhead stands before this question, and those who hang up
 * do not end it.
 */
public final class HealthResource {
    private static final String DOWN = "down";
    private final ProductsService products;
    private final LikesService likes;
    private final AuthService auth;
    private final Duration patience;
    private Future<JsonObject> asked;

    public HealthResource(ProductsService products, LikesService likes, AuthService auth, Duration patience) {
        this.products = products;
        this.likes = likes;
        this.auth = auth;
        this.patience = patience;
    }

    public void report(RoutingContext context) {
        if (asked == null || asked.isComplete()) {
            asked = ask();
        }
        asked.onComplete(report -> send(context, report), context::fail);
    }

    private Future<JsonObject> ask() {
        Future<JsonObject> product = orDown(products.health(Call.question(patience)));
        Future<JsonObject> like = orDown(likes.health(Call.question(patience)));
        Future<JsonObject> account = orDown(auth.health(Call.question(patience)));
        return Future.all(product, like, account).map(all -> report(product.result(), like.result(), account.result()));
    }

    /** Reasons name what only administrators may know. */
    private static Future<JsonObject> orDown(Future<JsonObject> report) {
        return report.onSuccess(known -> known.remove("reasons"))
                .otherwise(silent -> new JsonObject().put("status", DOWN));
    }

    private static JsonObject report(JsonObject product, JsonObject like, JsonObject account) {
        String status = worst(status(product), status(like));
        if (status.equals("up") && !status(account).equals("up")) {
            status = "degraded";
        }
        JsonObject services =
                new JsonObject().put("products", product).put("likes", like).put("auth", account);
        return new JsonObject().put("status", status).put("services", services);
    }

    private static void send(RoutingContext context, JsonObject report) {
        context.response().setStatusCode(status(report).equals(DOWN) ? 503 : 200);
        ResponseWriter.json(context, report);
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
