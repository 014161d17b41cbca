package io.likewire.gateway.identity;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Asks auth-verticle for keys and withdrawals, and listens for withdrawals in between. While nobody answers the gateway goes
 * on with what it knows.
 */
public final class JwksPoller {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A new key signs half a minute after it was published. */
    private static final Backoff USUAL = new Backoff(Duration.ofSeconds(8), Duration.ofSeconds(10));

    private static final Backoff MISSING = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    private final Vertx vertx;
    private final TrustedKeys trustedKeys;
    private final RepeatedTask asking;
    private final Promise<Void> asked = Promise.promise();
    private MessageConsumer<JsonObject> revokedSessions;

    public JwksPoller(Vertx vertx, AuthService auth, TrustedKeys trustedKeys) {
        this.vertx = vertx;
        this.trustedKeys = trustedKeys;
        this.asking = new RepeatedTask(
                vertx, "asking auth-verticle for keys", MISSING, () -> auth.trust(Call.question(PATIENCE))
                        .map(trust -> {
                            trustedKeys.learn(trust);
                            return USUAL.delay(0);
                        })
                        .onComplete(answered -> asked.tryComplete()));
    }

    /** Completes when the keys are known, or nobody has answered who would tell them. */
    public Future<Void> open() {
        revokedSessions = vertx.eventBus().consumer(Addresses.AUTH_WITHDRAWN);
        revokedSessions.handler(message -> trustedKeys.learn(RevokedSessions.fromJson(message.body())));
        asking.start(Duration.ZERO);
        return revokedSessions.completion().compose(registered -> asked.future());
    }

    public Future<Void> close() {
        asking.stop();
        return revokedSessions == null ? Future.succeededFuture() : revokedSessions.unregister();
    }
}
