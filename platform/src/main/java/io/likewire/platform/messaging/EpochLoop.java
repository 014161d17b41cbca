package io.likewire.platform.messaging;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a fresh epoch whenever the last one ended, with back-off, until told to stop. */
final class EpochLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EpochLoop.class);
    private static final long SETTLED_AFTER_MS = Duration.ofSeconds(10).toMillis();

    private final Vertx vertx;
    private final URI uri;
    private final String name;
    private final Function<Epoch, Future<Void>> setUp;
    private final RepeatedTask task;
    private Epoch current;
    private boolean serving;
    private boolean stopped;
    private int attempt;

    /** @param setUp declares and consumes; the epoch serves when it has succeeded */
    EpochLoop(Vertx vertx, URI uri, String name, Function<Epoch, Future<Void>> setUp) {
        this.vertx = vertx;
        this.uri = uri;
        this.name = name;
        this.setUp = setUp;
        this.task = new RepeatedTask(vertx, name, Backoff.RECONNECT, this::live);
    }

    void start() {
        task.start(Duration.ZERO);
    }

    /** From the birth of an epoch to its end; gives the pause until the next one. */
    private Future<Duration> live() {
        long born = System.currentTimeMillis();
        return Epoch.open(vertx, uri, name)
                .compose(this::serve)
                .map(Death::reason)
                .otherwise(Throwable::getMessage)
                .map(reason -> pauseAfter(born, reason));
    }

    private Future<Death> serve(Epoch epoch) {
        current = epoch;
        return Future.succeededFuture()
                .compose(opened -> stopped ? Future.failedFuture("stopped") : setUp.apply(epoch))
                .onSuccess(ready -> {
                    serving = true;
                    epoch.serving();
                    LOG.info("{} is connected to the broker", name);
                })
                .onFailure(failure -> epoch.end(Death.of("set-up: " + failure.getMessage())))
                .compose(ready -> epoch.ended());
    }

    private Duration pauseAfter(long born, String reason) {
        serving = false;
        attempt = System.currentTimeMillis() - born > SETTLED_AFTER_MS ? 0 : attempt + 1;
        Duration pause = Backoff.RECONNECT.delay(Math.max(0, attempt - 1));
        if (!stopped) {
            LOG.warn("{} lost the broker, next try in {} ms: {}", name, pause.toMillis(), reason);
        }
        return pause;
    }

    boolean isServing() {
        return serving && current.isAlive();
    }

    Future<Void> stop() {
        stopped = true;
        serving = false;
        task.stop();
        if (current == null) {
            return Future.succeededFuture();
        }
        current.end(Death.of("leaving"));
        return current.ended().mapEmpty();
    }
}
