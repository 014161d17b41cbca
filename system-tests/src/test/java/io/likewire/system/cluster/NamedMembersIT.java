package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.LoopbackPort;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that know nothing of each other but one name, as behind a headless service. */
@Tag("full")
class NamedMembersIT {
    /** In the name as one that has just gone; nobody listens there. */
    private static final String GONE = "127.0.0.9";

    @TempDir
    private Path folder;

    private final List<JarProcess> nodes = new ArrayList<>();
    private final int port = LoopbackPort.findFree();

    @AfterEach
    void end() {
        nodes.forEach(JarProcess::kill);
    }

    @Test
    void oneNameOfSeveralAddressesIsEnoughToMeet() throws IOException {
        List<String> places = List.of("127.0.0.1", otherAddress());
        Path hosts = Files.writeString(
                folder.resolve("hosts"),
                Stream.concat(Stream.of(GONE), places.stream())
                        .map(address -> address + " nodes.example\n")
                        .collect(Collectors.joining()));
        Path key = Files.write(folder.resolve("visitor.key"), new byte[32]);
        List<Rest> management =
                places.stream().map(place -> start(place, hosts, key)).toList();

        await("both in one cluster").atMost(Duration.ofSeconds(90)).until(() -> management.stream()
                .allMatch(this::seesBoth));
    }

    /** Hazelcast listens at an interface's own address only. */
    private static String otherAddress() throws SocketException {
        Optional<String> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
        Assumptions.assumeTrue(other.isPresent(), "no address besides loopback");
        return other.get();
    }

    private Rest start(String host, Path hosts, Path key) {
        int managementPort = LoopbackPort.findFree();
        nodes.add(JarProcess.start(
                "gateway-verticle",
                "named",
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djdk.net.hosts.file=" + hosts,
                        "CLUSTER_HOST",
                        host,
                        "CLUSTER_PORT",
                        Integer.toString(port),
                        "CLUSTER_BUS_PORT",
                        "0",
                        "CLUSTER_MEMBERS",
                        "nodes.example:" + port,
                        "MANAGEMENT_PORT",
                        Integer.toString(managementPort),
                        "HTTP_PORT",
                        "0",
                        "VISITOR_KEY_FILE",
                        key.toString())));
        return Rest.at(URI.create("http://127.0.0.1:" + managementPort));
    }

    private boolean seesBoth(Rest management) {
        assertThat(nodes).allMatch(JarProcess::isAlive);
        try {
            return management.get("/metrics").text().contains("likewire_cluster_members 2.0");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
