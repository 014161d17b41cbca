package io.likewire.benchmarks;

import io.likewire.benchmarks.Load.Result;
import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.RabbitMqServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Likewire as clustered processes beside the bare program, in one run on one machine: answers per second, percentiles,
 * CPU seconds per 1,000 requests, time until the outbox is empty, time from a like to its frame. Run from the root of the
 * repository after {@code mvn -DskipTests package}; needs wrk, MariaDB and RabbitMQ on PATH.
 */
public final class Benchmark {
    private static final int WARM_UP_S = 30;
    private static final int SECONDS = 15;
    private static final Load LOAD = new Load(Path.of("benchmarks", "src", "main", "lua"), 64);

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of("benchmarks", "target", "run-" + System.currentTimeMillis()));
        MariaDbServer database = MariaDbServer.start(
                MariaDbBinaries.onPath().orElseThrow(),
                directory.resolve("mariadb").toAbsolutePath(),
                0);
        RabbitMqServer broker =
                RabbitMqServer.start(directory.resolve("rabbitmq").toAbsolutePath());
        try (Rig rig = new Rig(directory, database, broker)) {
            measureLikewire(rig, directory);
            measureBare(rig, directory);
        }
    }

    private static void measureLikewire(Rig rig, Path directory) throws Exception {
        long begin = System.nanoTime();
        rig.startServices();
        Fixture fixture = new Fixture(rig.url());
        fixture.awaitReady();
        System.out.printf(Locale.ROOT, "all three services ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
        printMemory(rig, "idle");
        fixture.createProducts();
        String visitors = fixture.createVisitors(directory).toString();
        reads("likewire", rig, rig.services());
        LOAD.run(rig.url(), "like.lua", WARM_UP_S, rig.services(), visitors, "500", "0");
        Result likes = LOAD.run(rig.url(), "like.lua", SECONDS, rig.services(), visitors, "500", "400000");
        print("likewire like", likes);
        System.out.printf(Locale.ROOT, "outbox empty after %.1f s%n", secondsUntilOutboxIsEmpty(rig));
        printMemory(rig, "loaded");
        for (int sockets : List.of(1, 1000)) {
            double[] ms = new LiveLatency().measure("127.0.0.1", rig.port(), sockets, fixture, 100);
            System.out.printf(
                    Locale.ROOT,
                    "like to frame, %d sockets: p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                    sockets,
                    ms[0],
                    ms[1],
                    ms[2]);
        }
        for (int sockets : List.of(1000, 5000)) {
            System.out.println(new LiveCapacity().measure(rig, fixture, sockets, Duration.ofSeconds(SECONDS)));
        }
        rig.stopServices();
    }

    private static void measureBare(Rig rig, Path directory) throws Exception {
        try (Program bare = rig.startBare()) {
            TimeUnit.SECONDS.sleep(3);
            reads("bare", rig, List.of(bare));
            String visitors = directory.resolve("visitors.txt").toString();
            LOAD.run(rig.url(), "like.lua", WARM_UP_S, List.of(bare), visitors, "500", "0");
            print("bare like", LOAD.run(rig.url(), "like.lua", SECONDS, List.of(bare), visitors, "500", "600000"));
        }
    }

    private static void reads(String name, Rig rig, List<Program> programs) throws Exception {
        LOAD.run(rig.url(), "get.lua", WARM_UP_S, programs);
        print(name + " get one", LOAD.run(rig.url(), "get.lua", SECONDS, programs));
        LOAD.run(rig.url(), "list.lua", WARM_UP_S, programs);
        print(name + " list of 100", LOAD.run(rig.url(), "list.lua", SECONDS, programs));
    }

    private static void print(String name, Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %8.0f/s  p50 %9s  p99 %9s  CPU %.3f s per 1,000  errors %d of %d%n",
                name,
                result.perSecond(),
                result.p50(),
                result.p99(),
                result.cpuPer1000(),
                result.errors(),
                result.total());
    }

    private static void printMemory(Rig rig, String when) throws Exception {
        for (Program service : rig.services()) {
            System.out.printf(Locale.ROOT, "%s %s: %d MB resident%n", service.name(), when, service.memory());
        }
    }

    private static double secondsUntilOutboxIsEmpty(Rig rig) throws Exception {
        long begin = System.nanoTime();
        String url = rig.database().uri("likes").toString().replaceFirst("mysql://(.*):(.*)@", "jdbc:mariadb://");
        String[] user = rig.database().uri("likes").getUserInfo().split(":");
        try (Connection connection = DriverManager.getConnection(url, user[0], user[1])) {
            while (true) {
                try (ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM announcement")) {
                    rows.next();
                    if (rows.getLong(1) == 0) {
                        return (System.nanoTime() - begin) / 1e9;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
