package io.likewire.platform.messaging;

import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    }

    void start() {
        long born = System.currentTimeMillis();
        Epoch.open(vertx, uri, name)
                .compose(epoch -> {
                    current = epoch;
                    return stopped
                            ? Future.failedFuture("stopped")
                            : setUp(epoch).map(epoch);
                })
                .onSuccess(epoch -> {
                    serving = true;
                    epoch.serving();
                    LOG.info("{} is connected to the broker", name);
                    epoch.ended().onSuccess(death -> again(born, death.reason()));
                })
                .onFailure(failure -> again(born, failure.getMessage()));
    }

    private Future<Void> setUp(Epoch epoch) {
        return setUp.apply(epoch).onFailure(failure -> epoch.end(Death.of("set-up: " + failure.getMessage())));
    }

    private void again(long born, String reason) {
        serving = false;
        if (stopped) {
            return;
        }
        attempt = System.currentTimeMillis() - born > SETTLED_AFTER_MS ? 0 : attempt + 1;
        long delay = Backoff.RECONNECT.delay(Math.max(0, attempt - 1)).toMillis();
        LOG.warn("{} lost the broker, next try in {} ms: {}", name, delay, reason);
        vertx.timer(delay, TimeUnit.MILLISECONDS).onSuccess(later -> {
            if (!stopped) {
                start();
            }
        });
    }

    boolean isServing() {
        return serving && current.isAlive();
    }

    Future<Void> stop() {
        stopped = true;
        serving = false;
        if (current == null) {
            return Future.succeededFuture();
        }
        current.end(Death.of("leaving"));
        return current.ended().mapEmpty();
    }
}
