package io.likewire.standalone;

import io.likewire.platform.config.Environment;
import io.likewire.servers.EmbeddedBroker;
import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.ServerStartException;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers that the environment doesn't name: MariaDB as a process beside this one, the broker within it. */
final class EmbeddedServers implements AutoCloseable {
    private static final String PRODUCTS = "PRODUCTS_MYSQL_URI";
    private static final String LIKES = "LIKES_MYSQL_URI";
    private static final String BROKER = "AMQP_URI";

    private final MariaDbServer database;
    private final EmbeddedBroker broker;
    private final Environment environment;

    private EmbeddedServers(MariaDbServer database, EmbeddedBroker broker, Environment environment) {
        this.database = database;
        this.broker = broker;
        this.environment = environment;
    }

    /** Starts both at once; when one fails the other is ended. */
    static EmbeddedServers start(Environment given, Path data) {
        boolean needsDatabase =
                given.text(PRODUCTS).isEmpty() || given.text(LIKES).isEmpty();
        boolean needsBroker = given.text(BROKER).isEmpty();
        CompletableFuture<MariaDbServer> database =
                CompletableFuture.supplyAsync(() -> needsDatabase ? startDatabase(data) : null);
        CompletableFuture<EmbeddedBroker> broker =
                CompletableFuture.supplyAsync(() -> needsBroker ? startBroker(data) : null);
        try {
            CompletableFuture.allOf(database, broker).join();
        } catch (CompletionException e) {
            database.thenAccept(EmbeddedServers::close);
            broker.thenAccept(EmbeddedServers::close);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return new EmbeddedServers(database.join(), broker.join(), complete(given, database.join(), broker.join()));
    }

    private static MariaDbServer startDatabase(Path data) {
        MariaDbBinaries binaries = MariaDbBinaries.embedded(data.resolve("mariadb-program"), System.out::println);
        MariaDbServer server = MariaDbServer.start(binaries, data.resolve("mariadb"), 0);
        server.createDatabase("products");
        server.createDatabase("likes");
        return server;
    }

    private static EmbeddedBroker startBroker(Path data) {
        return EmbeddedBroker.start(data.resolve("broker"), 0);
    }

    private static Environment complete(Environment given, MariaDbServer database, EmbeddedBroker broker) {
        Environment complete = given;
        if (given.text(PRODUCTS).isEmpty()) {
            complete = complete.with(PRODUCTS, database.uri("products").toString());
        }
        if (given.text(LIKES).isEmpty()) {
            complete = complete.with(LIKES, database.uri("likes").toString());
        }
        return broker == null ? complete : complete.with(BROKER, broker.uri().toString());
    }

    /** What was given, and the URIs of what was started. */
    Environment environment() {
        return environment;
    }

    Future<Void> stop() {
        return Future.fromCompletionStage(CompletableFuture.runAsync(this::close));
    }

    @Override
    public void close() {
        close(broker);
        close(database);
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
