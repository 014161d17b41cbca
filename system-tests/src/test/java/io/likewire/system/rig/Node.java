package io.likewire.system.rig;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.StartTimes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One process of a cluster. */
public final class Node implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Service service;
    private final URI management;
    private final URI http;
    private final JarProcess process;

    private Node(Service service, URI management, URI http, JarProcess process) {
        this.service = service;
        this.management = management;
        this.http = http;
        this.process = process;
    }

    static Node launch(Service service, int clusterPort, Map<String, String> shared) {
        return launch(service, clusterPort, shared, List.of());
    }

    static Node launch(Service service, int clusterPort, Map<String, String> shared, List<String> prefix) {
        int managementPort = LoopbackPort.findFree();
        int httpPort = LoopbackPort.findFree();
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("CLUSTER_PORT", Integer.toString(clusterPort));
        environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("HTTP_PORT", Integer.toString(httpPort));
        JarProcess process =
                JarProcess.start(service.module(), service.name().toLowerCase(Locale.ROOT), environment, prefix);
        String scheme = environment.containsKey("TLS_CERT_FILE") ? "https" : "http";
        return new Node(service, local("http", managementPort), local(scheme, httpPort), process);
    }

    private static URI local(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    public Service service() {
        return service;
    }

    /** Of a gateway: its public address. */
    public URI http() {
        return http;
    }

    /** What only this process answers: health and metrics. */
    public Rest management() {
        return Rest.at(management);
    }

    public URI managementUri() {
        return management;
    }

    public JarProcess process() {
        return process;
    }

    public boolean isReady() {
        return answers("/health/ready");
    }

    private boolean answers(String path) {
        try {
            return management().get(path).status() == 200;
        } catch (UncheckedIOException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException(service + " has ended:\n" + process.output());
            }
            return false;
        }
    }

    /** It is in the cluster, alone or not, and may wait for others. */
    public void awaitStarted() {
        StartTimes.of(() -> await(service + " has started").atMost(START).until(() -> answers("/health/live")));
    }

    public Node awaitReady() {
        StartTimes.of(() -> await(service + " is ready").atMost(START).until(this::isReady));
        return this;
    }

    /** Starts it again at the same place, after its end. */
    public void restart() {
        process.start();
        awaitReady();
    }

    /** Sum of all lines of {@code /metrics} that begin with the name and contain the labels. */
    public double metric(String name, String... labels) {
        return management()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        process.kill();
    }
}
