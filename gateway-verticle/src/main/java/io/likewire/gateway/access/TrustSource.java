package io.likewire.gateway.access;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Withdrawals;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Asks auth-verticle for keys and withdrawals, and listens for withdrawals in between. While nobody answers the gateway goes
 * on with what it knows.
 */
public final class TrustSource {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A new key signs half a minute after it was published. */
    private static final Backoff USUAL = new Backoff(Duration.ofSeconds(8), Duration.ofSeconds(10));

    private static final Backoff MISSING = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    private final Vertx vertx;
    private final Trusted trusted;
    private final RepeatedTask asking;
    private MessageConsumer<JsonObject> withdrawals;

    public TrustSource(Vertx vertx, AuthService auth, Trusted trusted) {
        this.vertx = vertx;
        this.trusted = trusted;
        this.asking = new RepeatedTask(
                vertx, "asking auth-verticle for keys", MISSING, () -> auth.trust(Call.question(PATIENCE))
                        .map(trust -> {
                            trusted.learn(trust);
                            return USUAL.delay(0);
                        }));
    }

    public Future<Void> open() {
        withdrawals = vertx.eventBus().consumer(Addresses.AUTH_WITHDRAWN);
        withdrawals.handler(message -> trusted.learn(Withdrawals.fromJson(message.body())));
        asking.start(Duration.ZERO);
        return withdrawals.completion();
    }

    public Future<Void> close() {
        asking.stop();
        return withdrawals == null ? Future.succeededFuture() : withdrawals.unregister();
    }
}
