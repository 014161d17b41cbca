package io.likewire.system.pages;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.MySqlDatabases;
import io.likewire.servers.RabbitMqServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program: what a reader has running at the usual ports when he starts Likewire as own processes. A database server at 3306
 * with a database and an account for each service, RabbitMQ at 5672, and at 8000 the list of products of the tutorial's
 * products service. {@code POST /poison} there puts a message into a queue of ours that nobody can read. It ends with the
 * network in which it runs.
 */
public final class ReadersServers {
    private static final List<String> SERVICES = List.of("products", "likes", "auth", "tutorial");
    private static final String TUTORIALS_PRODUCTS =
            "[{\"id\": 9001, \"title\": \"Tutorial\", \"image\": \"https://shop.example/t.png\", \"likes\": 2}]";

    private ReadersServers() {}

    /**
     * @param arguments a folder; RabbitMQ's programs appear in its folder {@code bin}, and the password of all accounts in its
     *     file {@code secret} when everything is up
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        RabbitMqServer broker =
                RabbitMqServer.start(folder.resolve("rabbitmq"), List.of(), "listeners.tcp.usual = 127.0.0.1:5672");
        String password = broker.uri().getUserInfo().split(":", 2)[1];
        MariaDbServer database =
                MariaDbServer.start(MariaDbBinaries.onPath().orElseThrow(), folder.resolve("mariadb"), 3306);
        SERVICES.forEach(service -> account(database, service, password));
        HttpServer tutorial = HttpServer.create(new InetSocketAddress("127.0.0.1", 8000), 0);
        tutorial.createContext("/api/products", exchange -> answer(exchange, TUTORIALS_PRODUCTS));
        tutorial.createContext("/poison", exchange -> {
            poison(broker.uri());
            answer(exchange, "");
        });
        tutorial.start();
        List.of("rabbitmqctl", "rabbitmq-diagnostics")
                .forEach(program -> tool(folder.resolve("bin"), program, broker.shellEnvironment()));
        Files.move(Files.writeString(folder.resolve("secret.new"), password), folder.resolve("secret"));
    }

    private static void account(MariaDbServer database, String service, String password) {
        database.createDatabase(service);
        URI administrator = database.uri("");
        String account = "'" + service + "'@'127.0.0.1'";
        MySqlDatabases.execute(administrator, "CREATE USER " + account + " IDENTIFIED BY '" + password + "'");
        MySqlDatabases.execute(administrator, "GRANT ALL ON " + service + ".* TO " + account);
        MySqlDatabases.execute(administrator, "GRANT PROCESS ON *.* TO " + account);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void poison(URI broker) throws IOException {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(broker);
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.basicPublish("", "products.like-events", null, "no JSON".getBytes(StandardCharsets.UTF_8));
                channel.waitForConfirmsOrDie(5_000);
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** A program of RabbitMQ that finds this node. */
    private static void tool(Path bin, String program, Map<String, String> environment) {
        String assignments =
                environment.entrySet().stream().map(ReadersServers::assignment).collect(Collectors.joining(" "));
        try {
            Path file = Files.writeString(
                    bin.resolve(program), "#!/bin/sh\nexec env " + assignments + " " + program + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String assignment(Map.Entry<String, String> variable) {
        return variable.getKey() + "='" + variable.getValue() + "'";
    }
}
