package io.likewire.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    @TempDir
    private Path directory;

    @Test
    void messagesOutliveTheBrokerAndUnroutableOnesWait() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Amqp client = new Amqp(broker.uri())) {
            client.publish("product.created", "routed");
            client.publish("nobody.listens", "unrouted");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Amqp client = new Amqp(broker.uri())) {
            client.publish("nobody.listens", "unrouted too");
            assertThat(client.take("likes.product-events")).isEqualTo("routed");
            assertThat(client.take("likes.product-events")).isNull();
            assertThat(client.take("likewire.unrouted")).isEqualTo("unrouted");
            assertThat(client.take("likewire.unrouted")).isEqualTo("unrouted too");
            assertThat(client.take("likewire.unrouted")).isNull();
        }
    }

    @Tag("full")
    @Test
    void messagesOutliveAKilledProgram() throws Exception {
        final String left = ServerOfAKilledProgram.leave(Program.class, directory, "");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Integer.parseInt(left));
                Amqp client = new Amqp(broker.uri())) {
            assertThat(client.take("likes.product-events")).isEqualTo("kept");
            assertThat(client.take("likewire.unrouted")).isEqualTo("kept too");
        }
    }

    @Tag("full")
    @Test
    void virtualHostsAreSeparateAndStay() throws Exception {
        final int port;
        final URI other;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            port = broker.port();
            other = broker.addVirtualHost("other");
            try (Amqp client = new Amqp(broker.uri())) {
                client.publish("nobody.listens", "here");
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port);
                Amqp client = new Amqp(other)) {
            assertThat(broker.uri()).hasPort(port);
            assertThat(client.take("likewire.unrouted")).isNull();
        }
    }

    @Tag("full")
    @Test
    void strangersAreRefused() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            final URI guest = URI.create("amqp://guest:guest@127.0.0.1:" + broker.port() + "/likewire");
            assertThatThrownBy(() -> new Amqp(guest)).isInstanceOf(PossibleAuthenticationFailureException.class);
        }
    }

    @Tag("full")
    @Test
    void whyItDoesNotStartIsToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(LoopbackPort.findFree(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage(
                            "The AMQP broker cannot listen on port %d: another program uses it; end that program"
                                    + " or choose another port",
                            taken.getLocalPort());
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(broker.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("is in use by another running instance");
        }
    }

    static final class Program {
        public static void main(final String[] args) throws Exception {
            final EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0);
            final Amqp client = new Amqp(broker.uri());
            client.publish("product.created", "kept");
            client.publish("nobody.listens", "kept too");
            ServerOfAKilledProgram.ready(broker.port());
        }
    }
}
