package io.likewire.system.rig;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cuts the links between nodes by dropping packets, as a firewall or a dead switch does. Each node has a loopback address of
 * its own, by which packets to it are known, and a group of its own, by which packets from it are known. What is no link of
 * the cluster (databases, broker, HTTP) stays.
 */
public final class Links implements Places, AutoCloseable {
    private static final long RUN = ProcessHandle.current().pid();
    private static final String NETWORK =
            String.format(Locale.ROOT, "127.%d.%d.", 100 + RUN % 100, 1 + RUN / 100 % 250);
    private static final long FIRST_GROUP = 50_000 + RUN % 1_000 * 10;

    private static final int NODES = 8;
    private static final int BUS_PORT = 21_990;

    private final Deque<List<String>> rules = new ArrayDeque<>();

    public Links() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        addresses("add");
    }

    /** Why links can't be cut on this machine, if so. */
    public static Optional<String> obstacle() {
        List<String> probe = rule("127.255.255.254", group(0));
        if (!run(iptables("-A", probe)).isEmpty()) {
            return Optional.of("no packets can be dropped here: it takes Linux, root, iptables and its owner match");
        }
        run(iptables("-D", probe));
        return Stream.of("setpriv", "ip")
                .filter(tool -> !run(List.of(tool, "-V")).isEmpty())
                .map(tool -> tool + " is missing")
                .findAny();
    }

    @Override
    public String host(int node) {
        return NETWORK + (node + 2);
    }

    @Override
    public List<String> prefix(int node) {
        return List.of("setpriv", "--regid", group(node), "--clear-groups");
    }

    @Override
    public int busPort() {
        return BUS_PORT;
    }

    /** Between this node and all others, in both directions. */
    public synchronized void cut(int node) {
        drop(rule(NETWORK + "0/24", group(node)));
        drop(List.of("OUTPUT", "-d", host(node), "-j", "DROP"));
    }

    /** Likewise, but only what the event bus says. */
    public synchronized void cutBus(int node) {
        String port = Integer.toString(BUS_PORT);
        drop(List.of("OUTPUT", "-p", "tcp", "--dport", port, "-d", host(node), "-j", "DROP"));
        drop(List.of("OUTPUT", "-p", "tcp", "--dport", port, "-m", "owner", "--gid-owner", group(node), "-j", "DROP"));
    }

    public synchronized void heal() {
        while (!rules.isEmpty()) {
            run(iptables("-D", rules.pop()));
        }
    }

    @Override
    public void close() {
        heal();
        addresses("del");
    }

    /** Hazelcast wants to see its address on an interface. */
    private void addresses(String action) {
        for (int node = 0; node < NODES; node++) {
            run(List.of("ip", "addr", action, host(node) + "/32", "dev", "lo"));
        }
    }

    private void drop(List<String> rule) {
        String complaint = run(iptables("-A", rule));
        if (!complaint.isEmpty()) {
            throw new IllegalStateException(complaint);
        }
        rules.push(rule);
    }

    private static String group(int node) {
        return Long.toString(FIRST_GROUP + node);
    }

    private static List<String> rule(String to, String group) {
        return List.of("OUTPUT", "-d", to, "-m", "owner", "--gid-owner", group, "-j", "DROP");
    }

    private static List<String> iptables(String action, List<String> rule) {
        return Stream.concat(Stream.of("iptables", "-w", action), rule.stream()).toList();
    }

    /** What it complains of; nothing if it succeeds. */
    private static String run(List<String> command) {
        if (!Program.onPath(command.get(0))) {
            return command + " is missing";
        }
        Program program = Program.run(Path.of("target"), Map.of(), command);
        return program.exit() == 0 ? "" : command + ": " + program.output();
    }
}
