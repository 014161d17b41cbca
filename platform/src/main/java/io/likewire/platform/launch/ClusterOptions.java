package io.likewire.platform.launch;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.OwnAddress;
import io.likewire.platform.tls.ClusterTls;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This node's place in the cluster.
 *
 * @param host address that the other nodes reach, of Hazelcast and of the event bus alike
 * @param port of Hazelcast; 0 is not possible, members must find each other
 * @param busPort of the event bus; 0 for any free one
 * @param members comma-separated {@code host:port} of nodes to join; may name this one and absent ones
 * @param tls of the event bus
 */
public record ClusterOptions(String host, int port, int busPort, String members, Optional<ClusterTls> tls) {
    private static final int BUS_PORT_OFFSET = 1000;
    private static final int LAST_PORT = 65_535;
    private static final Pattern MEMBER = Pattern.compile("([^:\\s]+|\\[[0-9a-fA-F:.]+]):([1-9][0-9]{0,4})");
    private static final String NODES_OF_ONE_MACHINE = "127.0.0.1:5700,127.0.0.1:5701,127.0.0.1:5702,127.0.0.1:5703";

    private static String members(String text) {
        for (String member : text.split(",", -1)) {
            Matcher parts = MEMBER.matcher(member.strip());
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
                throw new ConfigException("CLUSTER_MEMBERS: expected host:port,host:port, but got '" + member + "'");
            }
        }
        return text;
    }

    static ClusterOptions from(Environment environment, int defaultPort) {
        int port = environment.number("CLUSTER_PORT", defaultPort, 1, LAST_PORT - BUS_PORT_OFFSET);
        return new ClusterOptions(
                OwnAddress.from(environment, "CLUSTER_HOST"),
                port,
                environment.port("CLUSTER_BUS_PORT", port + BUS_PORT_OFFSET),
                members(environment.text("CLUSTER_MEMBERS", NODES_OF_ONE_MACHINE)),
                ClusterTls.from(environment));
    }
}
