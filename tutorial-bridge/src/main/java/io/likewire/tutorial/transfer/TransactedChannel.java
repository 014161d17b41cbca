package io.likewire.tutorial.transfer;

import com.rabbitmq.client.Channel;
import io.likewire.platform.broker.BrokerConnection;
import io.likewire.platform.broker.Reconnector;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A connection that moves messages in AMQP transactions: when this process dies, all of one has happened or nothing of it.
 * For queues whose messages have no identity, where a repeat could not be told from another message. Of all processes that
 * open a line of the same name one has it; the others stand by.
 */
public class TransactedChannel extends Reconnector {
    private static final Map<String, Object> CLASSIC = Map.of("x-queue-type", "classic");

    private final String name;
    private final List<Queue> queues;

    /**
     * @param durable survives a restart of the broker; declared without any argument otherwise, as the tutorial declares
     *     its queues
     */
    public record Queue(String name, boolean durable) {}

    /** @param <T> what the work comes to */
    public interface Work<T> {
        /** Runs on a worker thread; when it fails nothing of it has happened. */
        T in(ChannelTransaction transaction) throws IOException;
    }

    /** @param name of the connection, and of the queue that makes sure there is one */
    public TransactedChannel(Vertx vertx, URI broker, String name, List<Queue> queues) {
        super(vertx, broker, name);
        this.name = name;
        this.queues = queues;
    }

    /** Fails while the broker is away; a failure ends the connection, and a new one is made. */
    public <T> Future<T> transact(Work<T> work) {
        return ifConnected(connection -> connection.onChannel(channel -> {
            T result = work.in(new ChannelTransaction(channel));
            channel.txCommit();
            return result;
        }));
    }

    @Override
    protected Future<Void> setUp(BrokerConnection born) {
        return born.onChannel(this::declare);
    }

    private Void declare(Channel channel) throws IOException {
        // Exclusive: whoever else declares it is refused until this connection has gone, its messages given back.
        channel.queueDeclare(name, false, true, true, null);
        for (Queue queue : queues) {
            channel.queueDeclare(queue.name(), queue.durable(), false, false, queue.durable() ? CLASSIC : null);
        }
        channel.txSelect();
        return null;
    }
}
