package io.likewire.benchmarks;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.RabbitMqServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Servers and services of a measurement, each a process of its own. */
final class Rig implements AutoCloseable {
    private final Path directory;
    private final MariaDbServer database;
    private final RabbitMqServer broker;
    private final int port;
    private List<Program> services = List.of();

    Rig(Path directory, MariaDbServer database, RabbitMqServer broker) throws IOException {
        this.directory = directory;
        this.database = database;
        this.broker = broker;
        this.port = freePort();
        database.createDatabase("products");
        database.createDatabase("likes");
    }

    void startServices() throws IOException {
        Path key = Files.writeString(directory.resolve("visitor.key"), "0123456789abcdef0123456789abcdef");
        int gateway = freePort();
        int products = freePort();
        int likes = freePort();
        Map<String, String> common = Map.of(
                "PRODUCTS_MYSQL_URI", database.uri("products").toString(),
                "LIKES_MYSQL_URI", database.uri("likes").toString(),
                "AMQP_URI", broker.uri().toString(),
                "VISITOR_KEY_FILE", key.toString(),
                "HTTP_PORT", Integer.toString(port),
                "MANAGEMENT_PORT", "0",
                "CLUSTER_BUS_PORT", "0",
                "CLUSTER_MEMBERS",
                        String.format(Locale.ROOT, "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d", gateway, products, likes));
        services = List.of(
                service("products-verticle", common, products),
                service("likes-verticle", common, likes),
                service("gateway-verticle", common, gateway));
    }

    private Program service(String module, Map<String, String> common, int clusterPort) throws IOException {
        Map<String, String> environment = new HashMap<>(common);
        environment.put("CLUSTER_PORT", Integer.toString(clusterPort));
        return Program.start(module, directory, environment, "-jar", module + "/target/" + module + ".jar");
    }

    void stopServices() {
        services.forEach(Program::close);
        services = List.of();
    }

    Program startBare() throws IOException {
        return Program.start(
                "bare",
                directory,
                Map.of(),
                "-cp",
                "benchmarks/target/benchmarks.jar",
                BareServer.class.getName(),
                Integer.toString(port),
                database.uri("products").toString(),
                database.uri("likes").toString());
    }

    List<Program> services() {
        return services;
    }

    MariaDbServer database() {
        return database;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Below the range from which the kernel takes ports for outgoing connections. */
    private static int freePort() throws IOException {
        for (int candidate = 20_000 + (int) (Math.random() * 10_000); ; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
    }

    @Override
    public void close() {
        stopServices();
        broker.close();
        database.close();
    }
}
