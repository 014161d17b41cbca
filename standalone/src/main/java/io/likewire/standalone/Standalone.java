package io.likewire.standalone;

import io.likewire.auth.AuthMain;
import io.likewire.gateway.GatewayMain;
import io.likewire.likes.LikesMain;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.CommandLine;
import io.likewire.platform.launch.GracefulShutdown;
import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.LogSettings;
import io.likewire.platform.launch.Service;
import io.likewire.products.ProductsMain;
import io.likewire.servers.ServerStartException;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** The whole system in one process: what {@code ./run} starts. Only the URIs differ from production. */
public final class Standalone {
    private static final int EXIT_FAILED = 2;

    /** The gateway last: it listens when there is somebody to answer. */
    static final List<Service> SERVICES =
            List.of(ProductsMain.SERVICE, LikesMain.SERVICE, AuthMain.SERVICE, GatewayMain.SERVICE);

    private final EmbeddedServers servers;
    private final Path data;
    private volatile Future<Launcher> services = Future.failedFuture("not begun");
    private volatile boolean up;
    private volatile boolean leaving;

    private Standalone(EmbeddedServers servers, Path data) {
        this.servers = servers;
        this.data = data;
    }

    public static void main(String[] args) throws InterruptedException {
        Locale.setDefault(Locale.ENGLISH);
        ConsoleLog.forPeople();
        if (args.length > 0) {
            System.exit(new CommandLine("standalone", given -> ConfigCheck.of(given, SERVICES)).answer(args));
        }
        Environment given = Environment.read(System.getenv());
        try {
            LogSettings.read(given);
            Ports.requireFree(given);
            EmbeddedServers.requireSeparate(given);
            Path data = Path.of(given.text("DATA_DIR", "data"));
            new Standalone(EmbeddedServers.start(given, data), data).run();
        } catch (ConfigException | ServerStartException e) {
            fail(e.getMessage());
        } catch (ExecutionException e) {
            fail(e.getCause().getMessage());
        }
    }

    private void run() throws ExecutionException, InterruptedException {
        GracefulShutdown.onSignal(this::leave);
        Environment environment = GeneratedSecrets.complete(servers.environment(), data);
        if (leaving) {
            return;
        }
        services = Launcher.runTogether(
                environment, SERVICES, Ports.MANAGEMENT_DEFAULT, vertx -> new SeedData(vertx, data).plant());
        await(services);
        up = true;
        if (!leaving) {
            System.out.print(Welcome.text(environment));
        }
    }

    /** At a signal and after a failure, also while it starts: the start goes on to where it can be undone. */
    private Future<Void> leave() {
        leaving = true;
        if (!up) {
            ConsoleLog.mute();
        }
        return services.transform(
                        started -> started.succeeded() ? started.result().leave() : Future.succeededFuture())
                .eventually(servers::stop);
    }

    private static <T> T await(Future<T> future) throws ExecutionException, InterruptedException {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    private static void fail(String line) {
        System.err.println("likewire: " + line);
        System.exit(EXIT_FAILED);
    }
}
