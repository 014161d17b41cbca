package io.likewire.standalone;

import io.likewire.contracts.uris.UriAuthority;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.servers.EmbeddedBroker;
import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.ServerStartException;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The servers that the environment doesn't name: MariaDB as a process beside this one, the broker within it. */
record EmbeddedServers(
        Environment given, CompletableFuture<MariaDbServer> database, CompletableFuture<EmbeddedBroker> broker) {
    private static final Map<String, String> DATABASES = Map.of(
            "PRODUCTS_MYSQL_URI", "products",
            "LIKES_MYSQL_URI", "likes",
            "AUTH_MYSQL_URI", "auth");
    private static final int MYSQL_PORT = 3306;
    private static final String BROKER = "AMQP_URI";

    /** Begins to start both. */
    static EmbeddedServers start(Environment given, Path data) {
        boolean needsDatabase =
                DATABASES.keySet().stream().anyMatch(name -> given.text(name).isEmpty());
        boolean needsBroker = given.text(BROKER).isEmpty();
        return new EmbeddedServers(
                given,
                CompletableFuture.supplyAsync(() -> needsDatabase ? startDatabase(data) : null),
                CompletableFuture.supplyAsync(() -> needsBroker ? startBroker(data) : null));
    }

    /** Each service has the history of its tables in its database: two of them in one stop each other. */
    static void requireSeparate(Environment given) {
        Map<String, String> owners = new HashMap<>();
        for (String name : new TreeSet<>(DATABASES.keySet())) {
            if (given.text(name).isPresent()) {
                URI uri = given.mysqlUri(name);
                UriAuthority server = UriAuthority.of(uri).orElseThrow();
                String database = server.host() + ":" + server.portOr(MYSQL_PORT) + uri.getPath();
                String owner = owners.putIfAbsent(database, name);
                if (owner != null) {
                    throw new ConfigException(
                            name + ": names the database of " + owner + ", but each service needs one of its own");
                }
            }
        }
    }

    /** What was given, and URIs that lead nowhere for what would be started. */
    static Environment standIns(Environment given) {
        return completed(given, database -> "mysql://127.0.0.1:1/" + database, () -> "amqp://127.0.0.1:1/");
    }

    private static Environment completed(Environment given, UnaryOperator<String> database, Supplier<String> broker) {
        Environment complete = given;
        for (Map.Entry<String, String> entry : DATABASES.entrySet()) {
            if (given.text(entry.getKey()).isEmpty()) {
                complete = complete.with(entry.getKey(), database.apply(entry.getValue()));
            }
        }
        return given.text(BROKER).isEmpty() ? complete.with(BROKER, broker.get()) : complete;
    }

    private static MariaDbServer startDatabase(Path data) {
        MariaDbBinaries binaries = MariaDbBinaries.embedded(data.resolve("mariadb-program"), System.out::println);
        MariaDbServer server = MariaDbServer.start(binaries, data.resolve("mariadb"), 0);
        DATABASES.values().forEach(server::createDatabase);
        return server;
    }

    private static EmbeddedBroker startBroker(Path data) {
        return EmbeddedBroker.start(data.resolve("broker"), 0);
    }

    /** What was given, and the URIs of what was started; waits until all are up. */
    Environment environment() {
        try {
            CompletableFuture.allOf(database, broker).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return completed(given, name -> database.join().uri(name).toString(), () -> broker.join()
                .uri()
                .toString());
    }

    /** Ends what was started, also what is still starting. */
    Future<Void> stop() {
        CompletableFuture<Void> brokerStopped = stopped(broker);
        CompletableFuture<Void> databaseStopped = stopped(database);
        return Future.fromCompletionStage(CompletableFuture.allOf(brokerStopped, databaseStopped));
    }

    private static CompletableFuture<Void> stopped(CompletableFuture<? extends AutoCloseable> server) {
        return server.handle((started, failure) -> started).thenAcceptAsync(EmbeddedServers::close);
    }

    private static void close(AutoCloseable server) {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (Exception e) {
            throw new ServerStartException("An embedded server did not stop in order: " + e.getMessage(), e);
        }
    }
}
