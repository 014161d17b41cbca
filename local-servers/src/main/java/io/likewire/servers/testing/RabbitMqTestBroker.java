package io.likewire.servers.testing;

import io.likewire.servers.RabbitMqServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** RabbitMQ from PATH; its virtual hosts are all made at the start, which is far faster than one by one. */
final class RabbitMqTestBroker implements TestBroker {
    private static final List<String> VIRTUAL_HOSTS =
            IntStream.rangeClosed(1, 40).mapToObj(n -> "test-" + n).toList();

    private final Path directory = TestDirectory.of("rabbitmq");
    private RabbitMqServer server;
    private int used;

    @Override
    public String name() {
        return "RabbitMQ";
    }

    @Override
    public synchronized URI freshUri() {
        if (used == VIRTUAL_HOSTS.size()) {
            throw new IllegalStateException("More than " + used + " fresh virtual hosts in one JVM: add some here");
        }
        return server().uri(VIRTUAL_HOSTS.get(used++));
    }

    private synchronized RabbitMqServer server() {
        if (server == null) {
            server = RabbitMqServer.start(directory, VIRTUAL_HOSTS);
            TestDirectory.atExit(() -> {
                server.kill();
                server.close();
            });
        }
        return server;
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public boolean canPause() {
        return true;
    }

    @Override
    public void kill() {
        server().kill();
    }

    @Override
    public void restart() {
        server().restart();
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
    public String toString() {
        return name();
    }
}
