package io.likewire.gateway.access;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Withdrawals;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks auth-verticle for keys and withdrawals, and listens for withdrawals in between. While nobody answers the gateway goes
 * on with what it knows.
 */
public final class TrustSource {
    private static final Logger LOG = LoggerFactory.getLogger(TrustSource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A new key signs half a minute after it was published. */
    private static final Backoff USUAL = new Backoff(Duration.ofSeconds(8), Duration.ofSeconds(10));

    private static final Backoff MISSING = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    /** Services that start together wait for each other for a moment. */
    private static final int WORTH_A_LINE = 4;

    private final Vertx vertx;
    private final AuthService auth;
    private final Trusted trusted;
    private MessageConsumer<JsonObject> withdrawals;
    private boolean stopped;
    private long timer = -1;

    public TrustSource(Vertx vertx, AuthService auth, Trusted trusted) {
        this.vertx = vertx;
        this.auth = auth;
        this.trusted = trusted;
    }

    public Future<Void> open() {
        withdrawals = vertx.eventBus().consumer(Addresses.AUTH_WITHDRAWN);
        withdrawals.handler(message -> trusted.learn(Withdrawals.fromJson(message.body())));
        ask(0);
        return withdrawals.completion();
    }

    public Future<Void> close() {
        stopped = true;
        vertx.cancelTimer(timer);
        return withdrawals == null ? Future.succeededFuture() : withdrawals.unregister();
    }

    private void ask(int failures) {
        // what is thrown in between is a failure like any other, or nobody would ask again
        Future.succeededFuture()
                .compose(now -> auth.trust(Call.question(PATIENCE)))
                .map(trust -> {
                    trusted.learn(trust);
                    return trust;
                })
                .onComplete(learnt -> next(USUAL.delay(0), 0), failure -> {
                    if (failures == WORTH_A_LINE) {
                        LOG.warn("no keys from auth-verticle: {}", failure.toString());
                    }
                    next(MISSING.delay(failures), failures + 1);
                });
    }

    private void next(Duration delay, int failures) {
        if (!stopped) {
            timer = vertx.setTimer(Math.max(1, delay.toMillis()), due -> ask(failures));
        }
    }
}
