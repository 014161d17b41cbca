package io.likewire.benchmarks;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.RabbitMqServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Starts the clustered services. */
record LikewireProcesses(Path directory, MariaDbServer database, RabbitMqServer broker) {
    Target start(int nodes, int gateways, Ledger ledger) throws IOException {
        List<Integer> http = IntStream.range(0, gateways)
                .mapToObj(i -> LoopbackPort.findFree())
                .toList();
        List<Integer> cluster = IntStream.range(0, 2 * nodes + gateways)
                .mapToObj(i -> LoopbackPort.findFree())
                .toList();
        String members = cluster.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < cluster.size(); i++) {
            Map<String, String> environment = environment(cluster.get(i), members);
            if (i < gateways) {
                environment.put("HTTP_PORT", http.get(i).toString());
                programs.add(service("gateway-verticle", i, environment));
            } else {
                String module = i < gateways + nodes ? "products-verticle" : "likes-verticle";
                programs.add(service(module, i, environment));
            }
        }
        return new Target("Likewire", http, programs, ledger);
    }

    private Map<String, String> environment(int clusterPort, String members) {
        return new HashMap<>(Map.of(
                "PRODUCTS_MYSQL_URI", database.uri("products").toString(),
                "LIKES_MYSQL_URI", database.uri("likes").toString(),
                "AMQP_URI", broker.uri().toString(),
                "VISITOR_KEY_FILE", directory.resolve("visitor.key").toString(),
                "TUTORIAL_MODE", "true",
                "MANAGEMENT_PORT", "0",
                "CLUSTER_BUS_PORT", "0",
                "CLUSTER_PORT", Integer.toString(clusterPort),
                "CLUSTER_MEMBERS", members));
    }

    private Program service(String module, int number, Map<String, String> environment) throws IOException {
        return Program.start(
                module + "-" + number, directory, environment, "-jar", module + "/target/" + module + ".jar");
    }
}
