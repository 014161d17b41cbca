package io.likewire.platform.broker;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who works on a connection to the broker: opens a fresh one whenever the last one ended, with back-off, until told to stop. */
public abstract class Reconnector {
    private static final Logger LOG = LoggerFactory.getLogger(Reconnector.class);
    private static final long SETTLED_AFTER_MS = Duration.ofSeconds(10).toMillis();

    private final Vertx vertx;
    private final URI uri;
    private final String name;
    private final RepeatedTask task;
    private BrokerConnection current;
    private boolean serving;
    private boolean stopped;
    private int attempt;
    private volatile String refusal;

    protected Reconnector(Vertx vertx, URI uri, String name) {
        this.vertx = vertx;
        this.uri = uri;
        this.name = name;
        this.task = new RepeatedTask(vertx, name, Backoff.RECONNECT, this::live);
    }

    /** Declares and consumes; the connection serves when it has succeeded. */
    protected abstract Future<Void> setUp(BrokerConnection fresh);

    public void start() {
        task.start(Duration.ZERO);
    }

    /** From the birth of a connection to its end; gives the pause until the next one. */
    private Future<Duration> live() {
        long born = System.currentTimeMillis();
        return BrokerConnection.open(vertx, uri, name)
                .compose(this::serve)
                .otherwise(failure -> ConnectionLoss.of(failure.getMessage()))
                .map(loss -> pauseAfter(born, loss));
    }

    private Future<ConnectionLoss> serve(BrokerConnection brokerConnection) {
        current = brokerConnection;
        return Future.succeededFuture()
                .compose(opened -> stopped ? Future.failedFuture("stopped") : setUp(brokerConnection))
                .onSuccess(ready -> {
                    serving = true;
                    refusal = null;
                    brokerConnection.serving();
                    LOG.info("{} is connected to the broker", name);
                })
                .onFailure(failure -> brokerConnection.end(ConnectionLoss.of("set-up: " + failure.getMessage())))
                .transform(done -> brokerConnection.ended());
    }

    private Duration pauseAfter(long born, ConnectionLoss loss) {
        serving = false;
        refusal = loss.byRefusal() ? loss.reason() : null;
        attempt = System.currentTimeMillis() - born > SETTLED_AFTER_MS ? 0 : attempt + 1;
        Duration pause = Backoff.RECONNECT.delay(Math.max(0, attempt - 1));
        if (!stopped) {
            LOG.warn("{} lost the broker, next try in {} ms: {}", name, pause.toMillis(), loss.reason());
        }
        return pause;
    }

    /** What the broker would not have, in its words; null unless that ended the last connection. */
    public final String refusal() {
        return refusal;
    }

    public final boolean isConnected() {
        return serving && current.isAlive();
    }

    /** Runs something on the connection; fails while the broker is away. */
    protected final <T> Future<T> ifConnected(Function<BrokerConnection, Future<T>> work) {
        return isConnected() ? work.apply(current) : Future.failedFuture("The broker is away");
    }

    /** Completes when nothing is connected any more, nor about to be. */
    public Future<Void> stop() {
        stopped = true;
        serving = false;
        Future<Void> ended = task.stop();
        if (current != null) {
            current.end(ConnectionLoss.of("leaving"));
        }
        return ended;
    }
}
