package io.likewire.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Apache Qpid Broker-J in this JVM: AMQP 0-9-1 on the loopback interface, messages kept on disk. Its virtual hosts hold
 * from the start what clients of RabbitMQ ask for by arguments that this broker does not know: the exchange {@code
 * likewire.events} hands what it cannot route to the queue {@code likewire.unrouted}.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String USER = "likewire";
    private static final String VIRTUAL_HOST = "likewire";

    private final ServerDirectory directory;
    private final int port;
    private final String password;
    private final QpidBroker qpid = new QpidBroker();

    private EmbeddedBroker(ServerDirectory directory, int port) {
        this.directory = directory;
        this.port = port;
        this.password = directory.password();
    }

    /**
     * Starts the broker and waits until it accepts connections.
     *
     * @param port port to listen on, 0 for a free one
     * @throws ServerStartException with the reason in one line
     */
    public static EmbeddedBroker start(Path directory, int port) {
        ServerDirectory own = ServerDirectory.open(directory);
        try {
            EmbeddedBroker broker = new EmbeddedBroker(own, LoopbackPort.choose("The AMQP broker", port));
            broker.launch();
            return broker;
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private void launch() {
        qpid.start(directory.path(), password);
        try {
            for (String name : virtualHosts()) {
                qpid.addVirtualHost(name, store(name));
            }
            qpid.listen(port);
        } catch (RuntimeException e) {
            qpid.stop();
            throw e;
        }
    }

    private List<String> virtualHosts() {
        try {
            Files.createDirectories(store(VIRTUAL_HOST).getParent());
            try (Stream<Path> stores = Files.list(store(VIRTUAL_HOST).getParent())) {
                Stream<String> kept = stores.map(store -> store.getFileName().toString());
                return Stream.concat(Stream.of(VIRTUAL_HOST), kept).distinct().toList();
            }
        } catch (IOException e) {
            throw new ServerStartException(
                    "Cannot read the AMQP broker's directory " + directory.path() + " (" + e + ")", e);
        }
    }

    private Path store(String virtualHost) {
        return directory.resolve("hosts").resolve(virtualHost);
    }

    /** {@code amqp://user:password@127.0.0.1:port/likewire}. */
    public URI uri() {
        return uri(VIRTUAL_HOST);
    }

    /** Adds an empty virtual host, kept from now on, and gives its URI. */
    public URI addVirtualHost(String name) {
        qpid.addVirtualHost(name, store(name));
        return uri(name);
    }

    private URI uri(String virtualHost) {
        return URI.create("amqp://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + virtualHost);
    }

    public int port() {
        return port;
    }

    /** Stops the broker; durable queues and persistent messages stay. */
    @Override
    public void close() {
        qpid.stop();
        directory.close();
    }
}
