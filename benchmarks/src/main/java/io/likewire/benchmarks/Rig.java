package io.likewire.benchmarks;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.RabbitMqServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers of a measurement, and the programs that work on them, each a process of its own. */
final class Rig implements AutoCloseable {
    private static final int VISITORS = 200_000;
    private final Path directory;
    private final Visitors visitors;
    private final MariaDbServer database;
    private final RabbitMqServer broker;
    private final Ledger likewire;
    private final Ledger bare;

    Rig(Path directory) throws Exception {
        this.directory = directory;
        this.visitors = Visitors.write(directory.resolve("visitors.txt"), VISITORS);
        this.database = MariaDbServer.start(
                MariaDbBinaries.onPath().orElseThrow(),
                directory.resolve("mariadb").toAbsolutePath(),
                0,
                List.of("--innodb-buffer-pool-size=512M", "--innodb-log-file-size=256M"));
        this.broker = RabbitMqServer.start(directory.resolve("rabbitmq").toAbsolutePath());
        Stream.of("products", "likes", "bare").forEach(database::createDatabase);
        this.likewire = Ledger.ofLikewire(database);
        this.bare = Ledger.ofBare(database);
        Files.writeString(directory.resolve("visitor.key"), Visitors.KEY);
    }

    /** All ready, with their products; those of an earlier start are used again. */
    Target startLikewire(int nodes, int gateways) throws Exception {
        Target target = new LikewireProcesses(directory, database, broker).start(nodes, gateways, likewire);
        for (Program program : target.programs()) {
            program.awaitUp();
        }
        for (int port : target.ports()) {
            new Fixture(port).awaitReady();
        }
        if (likewire.number("SELECT COUNT(*) FROM products.products") == 0) {
            new Fixture(target.ports().get(0)).createProducts(likewire);
        }
        return target;
    }

    /** Tables with the products of Likewire. */
    void createBareTables() throws Exception {
        bare.execute("CREATE TABLE bare.products (PRIMARY KEY (id)) AS"
                + " SELECT id, title, image, likes FROM products.products");
        bare.execute("CREATE TABLE bare.likes (product_id BIGINT UNSIGNED NOT NULL, liker BINARY(16) NOT NULL,"
                + " PRIMARY KEY (liker, product_id))");
        bare.execute("CREATE TABLE bare.outbox (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                + " product_id BIGINT UNSIGNED NOT NULL, liker BINARY(16) NOT NULL)");
    }

    Target startBare() throws Exception {
        int port = LoopbackPort.findFree();
        return target("bare", port, bare("bare", "alone", port));
    }

    Target startBareSockets() throws Exception {
        int port = LoopbackPort.findFree();
        return target("bare", port, bare("bare-sockets", "sockets", port));
    }

    Target startBareBehindBus() throws Exception {
        int port = LoopbackPort.findFree();
        String back = Integer.toString(LoopbackPort.findFree());
        String front = Integer.toString(LoopbackPort.findFree());
        Program service = bare("bare-back", "back", port, back, front);
        return target("bare with bus", port, service, bare("bare-front", "front", port, front, back));
    }

    private Target target(String name, int port, Program... programs) throws Exception {
        for (Program program : programs) {
            program.awaitUp();
        }
        return new Target(name, List.of(port), List.of(programs), bare);
    }

    private Program bare(String name, String role, int port, String... cluster) throws Exception {
        Stream<String> arguments = Stream.of(
                "-cp",
                "benchmarks/target/benchmarks.jar",
                BareServer.class.getName(),
                role,
                Integer.toString(port),
                database.uri("bare").toString());
        return Program.start(
                name,
                directory,
                Map.of(),
                Stream.concat(arguments, Stream.of(cluster)).toArray(String[]::new));
    }

    Visitors visitors() {
        return visitors;
    }

    Duration serversCpu() {
        return Program.cpu(database.pid()).plus(Program.cpu(broker.pid()));
    }

    @Override
    public void close() throws SQLException {
        likewire.close();
        bare.close();
        broker.close();
        database.close();
    }
}
