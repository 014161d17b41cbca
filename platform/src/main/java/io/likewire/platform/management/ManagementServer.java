package io.likewire.platform.management;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.OwnAddress;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The management port: {@code /metrics}, {@code /health/live}, {@code /health/ready},
 * {@code /health/started}, {@code /operations/*}. */
public final class ManagementServer {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

    private ManagementServer() {}

    public static Future<HttpServer> start(
            Vertx vertx,
            ManagementOptions options,
            PrometheusMeterRegistry metrics,
            List<Health> healths,
            BooleanSupplier started,
            Router operations) {
        Router router = Router.router(vertx);
        router.route().handler(new ManagementFilter(options.host()));
        ManagementFilter.answerFor(router);
        router.get("/metrics").handler(context -> scrape(vertx, metrics, context));
        router.get("/health/live").handler(context -> context.json(new JsonObject().put("status", "up")));
        router.get("/health/started").handler(context -> startup(started.getAsBoolean(), context));
        router.get("/health/ready").handler(context -> readiness(healths, context));
        router.route("/operations/*").handler(ManagementFilter::programsOnly).subRouter(operations);
        return vertx.createHttpServer(new HttpServerOptions().setTracingPolicy(TracingPolicy.IGNORE))
                .requestHandler(router)
                .listen(options.port(), OwnAddress.of("MANAGEMENT_HOST", options.host()))
                .onSuccess(
                        server -> LOG.info("management listens on http://{}:{}", options.host(), server.actualPort()))
                .recover(failure -> Future.failedFuture(new ConfigException("MANAGEMENT_PORT: can't listen on "
                        + options.host() + ":" + options.port() + ": " + failure.getMessage())));
    }

    private static void scrape(Vertx vertx, PrometheusMeterRegistry metrics, RoutingContext context) {
        vertx.executeBlocking(() -> metrics.scrape(), false)
                .onSuccess(text -> context.response()
                        .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(context::fail);
    }

    private static void startup(boolean over, RoutingContext context) {
        context.response().setStatusCode(over ? 200 : 503);
        context.json(new JsonObject().put("status", over ? "up" : "starting"));
    }

    private static void readiness(List<Health> healths, RoutingContext context) {
        Health.reports(healths)
                .onSuccess(services -> {
                    boolean ready = services.stream()
                            .allMatch(one -> "up".equals(((JsonObject) one.getValue()).getString("status")));
                    context.response().setStatusCode(ready ? 200 : 503);
                    context.json(new JsonObject()
                            .put("status", ready ? "up" : "down")
                            .put("services", services));
                })
                .onFailure(context::fail);
    }
}
