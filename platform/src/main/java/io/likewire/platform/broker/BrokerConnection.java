package io.likewire.platform.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.rabbitmq.RabbitMQClient;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One connection to the broker with one channel, from its birth to its end; it never reconnects. The client's own
 * reconnect can acknowledge the wrong message and loses confirms, so the first sign of trouble ends the connection and nothing
 * is called on its client again. All calls come from the context that opened it.
 */
public final class BrokerConnection {
    private static final long PATIENCE_MS = 5_000;

    /** A broker that has just started answers its first calls when its queues have recovered. */
    private static final long SET_UP_PATIENCE_MS = 20_000;

    private static final int CLOSING_MS = 2_000;
    private static final int HEARTBEAT_S = 10;

    private final Context context;
    private final RabbitMQClient client;
    private final Promise<ConnectionLoss> ended = Promise.promise();
    private final AtomicReference<ConnectionLoss> connectionLoss = new AtomicReference<>();
    private final AtomicReference<Connection> connection = new AtomicReference<>();
    private final AtomicReference<Channel> channel = new AtomicReference<>();
    private long patience = SET_UP_PATIENCE_MS;

    private BrokerConnection(Vertx vertx, URI uri, String name) {
        this.context = vertx.getOrCreateContext();
        this.client = RabbitMQClient.create(
                vertx,
                BrokerTls.options(uri)
                        .setConnectionName(name)
                        .setReconnectAttempts(0)
                        .setAutomaticRecoveryEnabled(false)
                        .setConnectionTimeout(2_000)
                        .setHandshakeTimeout(4_000)
                        .setRequestedHeartbeat(HEARTBEAT_S)
                        .setMetricsCollector(new Witness()));
    }

    static Future<BrokerConnection> open(Vertx vertx, URI uri, String name) {
        BrokerConnection brokerConnection = new BrokerConnection(vertx, uri, name);
        return brokerConnection.call(RabbitMQClient::start).map(brokerConnection);
    }

    /** Completes once, with the first reason. */
    Future<ConnectionLoss> ended() {
        return ended.future();
    }

    boolean isAlive() {
        return connectionLoss.get() == null;
    }

    /** Everything is declared: from now on a call has five seconds. */
    void serving() {
        patience = PATIENCE_MS;
    }

    /** Runs one call of the client. A failure or silence ends the connection. */
    <T> Future<T> call(Function<RabbitMQClient, Future<T>> function) {
        return send(client -> function.apply(client).timeout(patience, TimeUnit.MILLISECONDS));
    }

    /** Runs one call of the client without a deadline, which is the caller's to keep. A failure ends the connection. */
    <T> Future<T> send(Function<RabbitMQClient, Future<T>> function) {
        if (!isAlive()) {
            return Future.failedFuture(new ConnectionLostException(connectionLoss.get()));
        }
        Future<T> result;
        try {
            result = function.apply(client);
        } catch (RuntimeException failure) {
            result = Future.failedFuture(failure);
        }
        return result.onFailure(failure -> end(ConnectionLoss.of(failure)));
    }

    /** Runs what the client has no call for, on the channel itself. It may block. */
    public <T> Future<T> onChannel(ChannelWork<T> work) {
        return call(client -> context.executeBlocking(() -> work.on(channel.get())));
    }

    /** @param <T> what it comes to */
    public interface ChannelWork<T> {
        /** On a worker thread; what it throws fails the call. */
        T on(Channel channel) throws IOException;
    }

    /** Ends the connection; closing runs aside, has two seconds, and is then abandoned. */
    void end(ConnectionLoss reason) {
        if (!connectionLoss.compareAndSet(null, reason)) {
            return;
        }
        context.runOnContext(turn -> ended.tryComplete(reason));
        Connection open = connection.get();
        if (open != null) {
            Thread closing = new Thread(() -> open.abort(CLOSING_MS), "likewire-broker-closing");
            closing.setDaemon(true);
            closing.start();
        }
    }

    /** The client tells of the death of its connection or channel to nobody but a metrics collector. */
    private final class Witness extends NoOpMetricsCollector {
        @Override
        public void newConnection(Connection born) {
            connection.set(born);
            born.addShutdownListener(signal -> end(ConnectionLoss.of(signal)));
            if (!isAlive()) {
                born.abort(CLOSING_MS);
            }
        }

        @Override
        public void newChannel(Channel born) {
            channel.set(born);
            born.addShutdownListener(signal -> end(ConnectionLoss.of(signal)));
            if (born.getChannelNumber() != 1) {
                end(ConnectionLoss.of("the client opened a second channel on which nothing listens"));
            }
        }
    }
}
