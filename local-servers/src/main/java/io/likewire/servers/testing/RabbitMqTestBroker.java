package io.likewire.servers.testing;

import io.likewire.servers.RabbitMqServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** RabbitMQ from PATH; its virtual hosts are all made at the start, which is far faster than one by one. */
final class RabbitMqTestBroker extends TestBroker {
    private final List<String> virtualHosts;
    private final Path directory;
    private RabbitMqServer server;
    private int used;

    RabbitMqTestBroker(String directory, int virtualHosts) {
        super("RabbitMQ");
        this.directory = TestDirectory.of(directory);
        this.virtualHosts = IntStream.rangeClosed(1, virtualHosts)
                .mapToObj(n -> "test-" + n)
                .toList();
    }

    @Override
    public synchronized URI freshUri() {
        if (used == virtualHosts.size()) {
            throw new IllegalStateException("More than " + used + " fresh virtual hosts in one JVM: add some here");
        }
        return server().uri(virtualHosts.get(used++));
    }

    private synchronized RabbitMqServer server() {
        if (server == null) {
            server = StartTimes.of(() -> RabbitMqServer.start(directory, virtualHosts));
            TestDirectory.atExit(() -> {
                server.kill();
                server.close();
            });
        }
        return server;
    }

    @Override
    public boolean isProcess() {
        return true;
    }

    @Override
    public void kill() {
        server().awaitQueuesOnDisk();
        server().kill();
    }

    @Override
    public void restart() {
        StartTimes.of(server()::restart);
    }

    @Override
    public void pause() {
        server().pause();
    }

    @Override
    public void resume() {
        server().resume();
    }

    @Override
    public void diskFull(boolean full) {
        server().diskFull(full);
    }
}
