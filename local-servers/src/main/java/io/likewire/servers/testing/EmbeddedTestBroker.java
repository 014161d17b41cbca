package io.likewire.servers.testing;

import io.likewire.servers.EmbeddedBroker;
import java.net.URI;
import java.nio.file.Path;

/** The embedded broker; its virtual hosts are made on request. */
final class EmbeddedTestBroker extends TestBroker {
    private final Path directory;
    private EmbeddedBroker broker;
    private int port;
    private int virtualHosts;

    EmbeddedTestBroker(String directory) {
        super("embedded");
        this.directory = TestDirectory.of(directory);
    }

    @Override
    public synchronized URI freshUri() {
        if (broker == null) {
            TestDirectory.atExit(this::kill);
            // Its stores wait for no disk: what was committed outlives the broker, but not the machine.
            System.setProperty("derby.system.durability", "test");
            restart();
        }
        return broker.addVirtualHost("test-" + ++virtualHosts);
    }

    @Override
    public synchronized void kill() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    @Override
    public synchronized void restart() {
        kill();
        broker = StartTimes.of(() -> EmbeddedBroker.start(directory, port));
        port = broker.port();
    }
}
