package io.likewire.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class RabbitMqServerIT {
    @TempDir
    private Path directory;

    @Test
    void nodeOfAKilledProgramIsEndedFirstAndItsMessagesStay() throws Exception {
        assumeTrue(RabbitMqServer.onPath(), "no RabbitMQ found on PATH");
        final String left = ServerOfAKilledProgram.leave(Program.class, directory, "");
        final ProcessHandle stale = ProcessHandle.of(Long.parseLong(left)).orElseThrow();
        assertThat(stale.isAlive()).isTrue();
        try (RabbitMqServer server = RabbitMqServer.start(directory);
                Amqp client = new Amqp(server.uri())) {
            await().until(() -> !stale.isAlive());
            assertThat(client.take("likes.product-events")).isEqualTo("kept");
            assertThat(client.take("likewire.unrouted")).isEqualTo("kept too");
        }
    }

    static final class Program {
        public static void main(final String[] args) throws Exception {
            final RabbitMqServer server = RabbitMqServer.start(Path.of(args[0]));
            final Amqp client = new Amqp(server.uri());
            client.publish("product.created", "kept");
            client.publish("nobody.listens", "kept too");
            ServerOfAKilledProgram.ready(server.pid());
        }
    }
}
