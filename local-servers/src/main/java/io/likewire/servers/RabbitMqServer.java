package io.likewire.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A RabbitMQ node of our own, from the RabbitMQ installed on this machine, with its data in one directory and all its
 * ports on the loopback interface. Meant for tests.
 */
public final class RabbitMqServer implements AutoCloseable {
    private static final String VIRTUAL_HOST = "likewire";
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final byte[] AMQP_HEADER = "AMQP\0\0\u0009\u0001".getBytes(StandardCharsets.US_ASCII);

    private final ServerDirectory directory;
    private final RabbitMqSettings settings;
    private final ServerProcess portMapper;
    private ServerProcess node;

    private RabbitMqServer(ServerDirectory directory, RabbitMqSettings settings, ServerProcess portMapper) {
        this.directory = directory;
        this.settings = settings;
        this.portMapper = portMapper;
    }

    /** Whether RabbitMQ's server and Erlang's port mapper are installed. */
    public static boolean onPath() {
        return RabbitMqSettings.program().isPresent() && Programs.find("epmd").isPresent();
    }

    /** Starts a node with one virtual host, and waits until it accepts connections. */
    public static RabbitMqServer start(Path directory) {
        return start(directory, List.of());
    }

    /**
     * Starts a node and waits until it accepts connections.
     *
     * @param virtualHosts names of further virtual hosts; each costs some 20 ms at a start
     * @throws ServerStartException with the reason in one line
     */
    public static RabbitMqServer start(Path directory, List<String> virtualHosts) {
        return start(directory, virtualHosts, "");
    }

    /** @param configuration further lines of rabbitmq.conf */
    public static RabbitMqServer start(Path directory, List<String> virtualHosts, String configuration) {
        if (!onPath()) {
            throw new ServerStartException("RabbitMQ is not installed: put rabbitmq-server and epmd on PATH");
        }
        ServerDirectory own = ServerDirectory.open(directory);
        try {
            endStale(own.path());
            RabbitMqSettings settings = new RabbitMqSettings(own, LoopbackPort.findFree(), configuration);
            settings.write(Stream.concat(Stream.of(VIRTUAL_HOST), virtualHosts.stream())
                    .toList());
            RabbitMqServer server = new RabbitMqServer(own, settings, settings.startPortMapper());
            server.launch();
            return server;
        } catch (RuntimeException e) {
            endStale(own.path());
            own.close();
            throw e;
        }
    }

    private static void endStale(Path directory) {
        ServerProcess.endStale(directory.resolve("node.process"), STOP_PATIENCE);
        ServerProcess.endStale(directory.resolve("epmd.process"), STOP_PATIENCE);
    }

    private void launch() {
        node = settings.startNode();
        boolean up = Waiting.until(START_PATIENCE, () -> !node.isAlive() || answers());
        if (!up || !node.isAlive()) {
            node.kill();
            throw new ServerStartException("RabbitMQ " + (up ? "ended at its start" : "did not start in time") + ": "
                    + lastLine(directory.resolve("node.log")));
        }
    }

    private static String lastLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).reduce("see " + log, (earlier, later) -> later);
        } catch (IOException e) {
            return "no log at " + log;
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", settings.port()), 1_000);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(AMQP_HEADER);
            return socket.getInputStream().read() == 1;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code amqp://user:password@127.0.0.1:port/likewire}. */
    public URI uri() {
        return uri(VIRTUAL_HOST);
    }

    /** The URI of one of the virtual hosts named at the start. */
    public URI uri(String virtualHost) {
        return URI.create("amqp://" + RabbitMqSettings.USER + ":" + directory.password() + "@127.0.0.1:"
                + settings.port() + "/" + virtualHost);
    }

    /**
     * Waits until quorum queues that were declared just now are on disk. RabbitMQ 3.10 writes the list of them up to a second
     * late; killed before that, it comes back with a queue that never finds a leader.
     */
    public void awaitQueuesOnDisk() {
        Waiting.until(LIST_PATIENCE, () -> QuorumQueues.areListed(directory.resolve("data")));
    }

    /** Ends the node at once (SIGKILL). */
    public void kill() {
        node.kill();
    }

    /** Stops the node's clock (SIGSTOP): connections stay open and nothing is answered. */
    public void pause() {
        node.pause();
    }

    /** Lets a paused node go on (SIGCONT). */
    public void resume() {
        node.resume();
    }

    /** Starts the node again with the same data and port; a running one is stopped first. */
    public void restart() {
        node.stop(STOP_PATIENCE);
        launch();
    }

    /** Makes the node believe that its disk is full (or has room again): it then reads nothing from those who publish. */
    public void diskFull(boolean full) {
        String alarm = "{{resource_limit, disk, node()}, []}";
        control(
                "eval",
                full
                        ? "rabbit_alarm:set_alarm(" + alarm + ")."
                        : "rabbit_alarm:clear_alarm({resource_limit, disk, node()}).");
    }

    /**
     * Runs {@code rabbitmqctl} and waits for its end.
     *
     * @throws ServerStartException when it does not end
     */
    public void control(String... arguments) {
        ServerProcess tool = settings.control(List.of(arguments));
        if (!Waiting.until(START_PATIENCE, () -> !tool.isAlive())) {
            tool.kill();
            throw new ServerStartException("rabbitmqctl did not end: see " + directory.resolve("control.log"));
        }
    }

    /** The environment in which a shell's {@code rabbitmqctl} speaks with this node. */
    public Map<String, String> shellEnvironment() {
        return settings.shellEnvironment();
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return node.pid();
    }

    /** Stops the node in good order; the data stay. */
    @Override
    public void close() {
        node.stop(STOP_PATIENCE);
        portMapper.stop(STOP_PATIENCE);
        directory.close();
    }
}
