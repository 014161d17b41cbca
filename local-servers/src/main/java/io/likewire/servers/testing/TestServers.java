package io.likewire.servers.testing;

import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.RabbitMqServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real servers for tests, in this order: given by URI ({@code LIKEWIRE_TEST_MYSQL_URI}, {@code
 * LIKEWIRE_TEST_AMQP_URI}), found on PATH, embedded. {@code LIKEWIRE_TEST_MYSQLD} and {@code LIKEWIRE_TEST_RABBITMQ} name
 * programs to start instead of those on PATH. They start at their first use, are shared by the tests of one JVM
 * and end with it.
 */
public final class TestServers {
    private static final Logger LOG = LoggerFactory.getLogger(TestServers.class);
    private static final AtomicInteger OWN = new AtomicInteger();

    private TestServers() {}

    private static final class MySql {
        static final TestMySql SHARED = given("LIKEWIRE_TEST_MYSQL_URI")
                .map(uri -> new TestMySql(uri, false))
                .orElseGet(() -> new TestMySql(newMariaDb().uri(""), true));
    }

    private static final class Brokers {
        static final List<TestBroker> ALL = Stream.concat(
                        rabbitMq().stream(), Stream.of(new EmbeddedTestBroker("embedded-broker")))
                .toList();
    }

    /** The shared database server. */
    public static TestMySql mysql() {
        return MySql.SHARED;
    }

    /**
     * A MariaDB server for one test alone, which may kill and freeze it, and closes it. What it has committed outlives it, but
     * not the machine: it waits for no disk.
     */
    public static MariaDbServer newMariaDb(String... options) {
        Path directory = TestDirectory.of("mariadb-" + OWN.incrementAndGet());
        List<String> all = Stream.concat(Stream.of("--innodb-flush-method=nosync"), Stream.of(options))
                .toList();
        MariaDbServer server = StartTimes.of(() -> {
            FreshData.copyTo(directory, Binaries.CHOSEN);
            return MariaDbServer.start(Binaries.CHOSEN, directory, 0, all);
        });
        TestDirectory.atExit(() -> {
            server.kill();
            server.close();
        });
        return server;
    }

    /** A broker for one test alone, which may kill and freeze it: RabbitMQ if it is on PATH, else the embedded one. */
    public static TestBroker newBroker() {
        String directory = "broker-" + OWN.incrementAndGet();
        return RabbitMqServer.onPath() ? new RabbitMqTestBroker(directory, 1) : new EmbeddedTestBroker(directory);
    }

    private static final class Binaries {
        static final MariaDbBinaries CHOSEN = Optional.ofNullable(System.getenv("LIKEWIRE_TEST_MYSQLD"))
                .map(program -> MariaDbBinaries.mySql(Path.of(program)))
                .or(MariaDbBinaries::onPath)
                .map(found -> said("Database server: " + found + ", found on this machine", found))
                .orElseGet(() -> said("MariaDB: embedded, none found on PATH", embeddedMariaDb()));
    }

    /** The embedded MariaDB, unpacked once for the tests of all modules. */
    public static MariaDbBinaries embeddedMariaDb() {
        return MariaDbBinaries.embedded(Path.of("..", "local-servers", "target", "mariadb"), LOG::info);
    }

    /** Every kind of broker there is here: RabbitMQ if given or on PATH, and always the embedded one. */
    public static List<TestBroker> allBrokers() {
        return Brokers.ALL;
    }

    /** RabbitMQ if given or on PATH, else the embedded broker. */
    public static TestBroker broker() {
        return Brokers.ALL.get(0);
    }

    private static Optional<TestBroker> rabbitMq() {
        Optional<TestBroker> given = given("LIKEWIRE_TEST_AMQP_URI").map(GivenTestBroker::new);
        if (given.isPresent()) {
            return given;
        }
        if (RabbitMqServer.onPath()) {
            return said("RabbitMQ: found on this machine", Optional.of(new RabbitMqTestBroker("rabbitmq", 40)));
        }
        return said("RabbitMQ: none found on PATH, tests use the embedded broker only", Optional.empty());
    }

    private static Optional<URI> given(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(URI::create)
                .map(uri -> said(variable + ": " + uri.getHost() + ":" + uri.getPort(), uri));
    }

    private static <T> T said(String line, T value) {
        LOG.info(line);
        return value;
    }
}
