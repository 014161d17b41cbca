package io.likewire.standalone;

import io.likewire.gateway.GatewayMain;
import io.likewire.likes.LikesMain;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.Departure;
import io.likewire.platform.launch.Launcher;
import io.likewire.products.ProductsMain;
import io.likewire.servers.ServerStartException;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The whole system in one process: what {@code ./run} starts. Only the URIs differ from production. */
public final class Standalone {
    private static final int MANAGEMENT_PORT = 9090;
    private static final int EXIT_FAILED = 2;

    private Standalone() {}

    public static void main(String[] args) throws InterruptedException {
        ConsoleLog.forPeople();
        Environment given = Environment.of(System.getenv());
        try (Startup startup = new Startup()) {
            Path data = given.path("DATA_DIR").orElse(Path.of("data"));
            EmbeddedServers servers = startup.keep(EmbeddedServers.start(given, data));
            Environment environment = Keys.in(data).complete(servers.environment());
            Launcher launcher = await(Launcher.runTogether(
                    environment,
                    List.of(ProductsMain.SERVICE, LikesMain.SERVICE, GatewayMain.SERVICE),
                    MANAGEMENT_PORT));
            Departure.onSignal(() -> launcher.leave().eventually(servers::stop));
            startup.succeeded();
            await(new SeedData(launcher.vertx(), data).plant());
            Welcome.print(environment);
        } catch (ConfigException | ServerStartException e) {
            fail(e.getMessage());
        } catch (ExecutionException e) {
            fail(e.getCause().getMessage());
        }
    }

    private static <T> T await(Future<T> future) throws ExecutionException, InterruptedException {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    private static void fail(String line) {
        System.err.println("likewire: " + line);
        System.exit(EXIT_FAILED);
    }

    /** Ends what was started when a later step fails. */
    private static final class Startup implements AutoCloseable {
        private EmbeddedServers servers;
        private boolean succeeded;

        private EmbeddedServers keep(EmbeddedServers started) {
            servers = started;
            return started;
        }

        private void succeeded() {
            succeeded = true;
        }

        @Override
        public void close() {
            if (!succeeded && servers != null) {
                servers.close();
            }
        }
    }
}
