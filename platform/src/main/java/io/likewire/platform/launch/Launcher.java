package io.likewire.platform.launch;

import io.likewire.platform.InTurn;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.log.LogLevels;
import io.likewire.platform.management.Health;
import io.likewire.platform.management.ManagementOptions;
import io.likewire.platform.management.ManagementServer;
import io.likewire.platform.telemetry.Tracing;
import io.likewire.platform.telemetry.TracingOptions;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts services in this process, and lets them leave in order when the process is asked to end: the one named last goes
 * first.
 */
public final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final int EXIT_MISCONFIGURED = 2;

    private final Environment environment;
    private final Tracing tracing;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Health> healths = new ArrayList<>();
    private volatile List<Planned> planned = List.of();
    private volatile Vertx vertx;
    private Router operations;

    private Launcher(Environment environment, String name, TracingOptions tracing) {
        this.environment = environment;
        this.tracing = Tracing.start(tracing, name, metrics);
    }

    /** The whole {@code main} of a clustered service. */
    public static void run(Service service, String... arguments) {
        // libraries have names in lower and upper case, which are not everywhere what they are in English
        Locale.setDefault(Locale.ENGLISH);
        if (arguments.length > 0) {
            System.exit(
                    MigrateCommand.isMeant(service, arguments)
                            ? MigrateCommand.run(service, System.getenv())
                            : new CommandLine(service.name(), environment -> NodeSettings.read(service, environment))
                                    .answer(arguments));
        }
        Footprint.limitHeap();
        try {
            Environment environment = Environment.read(System.getenv());
            NodeSettings settings = NodeSettings.read(service, environment);
            Launcher launcher = new Launcher(environment, service.name(), settings.tracing());
            Planned planned = new Planned(service.name(), settings.verticle());
            Future<Clustered> node = VertxFactory.clustered(settings.cluster(), launcher.metrics, launcher.tracing);
            GracefulShutdown.onSignal(launcher::leave);
            node.onSuccess(started -> launcher.healths.add(started.health()))
                    .compose(started -> launcher.start(
                            started.vertx(), settings.management(), List.of(planned), Future::succeededFuture))
                    .onSuccess(ready -> LOG.info("{} is up", service.name()))
                    .onFailure(Launcher::die);
        } catch (ConfigException e) {
            die(e);
        }
    }

    /**
     * All services in one process and without a cluster. Completes when all of them serve.
     *
     * @param beforeLast runs when all but the service named last serve; that one starts when it is done
     */
    public static Future<Launcher> runTogether(
            Environment environment,
            List<Service> services,
            int managementPort,
            Function<Vertx, Future<Void>> beforeLast) {
        Launcher launcher = new Launcher(environment, "standalone", TracingOptions.from(environment));
        List<Planned> planned =
                services.stream().map(service -> plan(service, environment)).toList();
        ManagementOptions management = ManagementOptions.from(environment, managementPort);
        Promise<Launcher> started = Promise.promise();
        Vertx vertx = VertxFactory.local(launcher.metrics, launcher.tracing);
        launcher.start(vertx, management, planned, () -> beforeLast.apply(vertx))
                .onSuccess(done -> started.complete(launcher))
                .onFailure(failure -> launcher.leave().onComplete(left -> started.fail(failure)));
        return started.future();
    }

    private Future<Void> start(
            Vertx startedVertx,
            ManagementOptions management,
            List<Planned> services,
            Supplier<Future<Void>> beforeLast) {
        vertx = startedVertx;
        planned = services;
        operations = Router.router(vertx);
        LOG.info("settings: {}", environment.effective());
        operations.get("/settings").handler(this::settings);
        new LogLevels().mount(operations);
        services.forEach(service -> service.register(vertx, healths));
        NodeReporter reporter = new NodeReporter(vertx, healths, metrics);
        reporter.start();
        return ManagementServer.start(vertx, management, metrics, healths, this::started, operations)
                .compose(server -> Future.join(services.subList(0, services.size() - 1).stream()
                        .map(this::deploy)
                        .toList()))
                .compose(others -> beforeLast.get())
                .compose(done -> deploy(services.get(services.size() - 1)))
                .onSuccess(deployed -> {
                    reporter.tell();
                    Footprint.shrink(vertx);
                });
    }

    /** Whether every service has served; what it does now is readiness. */
    private boolean started() {
        return planned.stream().allMatch(service -> service.deployment != null);
    }

    private void settings(RoutingContext context) {
        JsonArray settings = new JsonArray();
        environment
                .effective()
                .forEach(setting -> settings.add(
                        new JsonObject().put("name", setting.name()).put("value", setting.value())));
        context.json(new JsonObject().put("settings", settings));
    }

    private Future<Void> deploy(Planned service) {
        return vertx.deployVerticle(service.verticle.apply(new Node(service.health, metrics, tracing, operations)))
                .onSuccess(service::serves)
                .mapEmpty();
    }

    /** Ends the services, the last one started first, and then everything else. */
    public Future<Void> leave() {
        if (vertx == null) {
            return Future.succeededFuture();
        }
        planned.forEach(service -> service.serving = false);
        // Without a context of its own: those of Vert.x are gone when it completes.
        Promise<Void> left = Promise.promise();
        List<Planned> lastFirst = new ArrayList<>(planned);
        Collections.reverse(lastFirst);
        InTurn.each(lastFirst, service -> undeploy(service).otherwiseEmpty())
                .onComplete(undeployed -> vertx.close().onComplete(closed -> {
                    tracing.close();
                    left.complete();
                }));
        return left.future();
    }

    private Future<Void> undeploy(Planned service) {
        return service.deployment == null ? Future.succeededFuture() : vertx.undeploy(service.deployment);
    }

    private static Planned plan(Service service, Environment environment) {
        return new Planned(service.name(), service.configure().apply(environment));
    }

    private static void die(Throwable failure) {
        if (failure instanceof ConfigException) {
            System.err.println("likewire: " + failure.getMessage());
        } else {
            LOG.error("The start failed", failure);
        }
        Runtime.getRuntime().halt(EXIT_MISCONFIGURED);
    }

    /** A service between its configuration and its deployment. */
    private static final class Planned {
        private final String name;
        private final Function<Node, ? extends Deployable> verticle;
        private Health health;
        private volatile String deployment;
        private volatile boolean serving;

        private Planned(String name, Function<Node, ? extends Deployable> verticle) {
            this.name = name;
            this.verticle = verticle;
        }

        private void serves(String id) {
            deployment = id;
            serving = true;
        }

        private void register(Vertx vertx, List<Health> healths) {
            health = new Health(vertx, name)
                    .vital("started", () -> serving ? Future.succeededFuture() : Future.failedFuture("starting"));
            healths.add(health);
        }
    }
}
