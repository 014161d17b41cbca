package io.likewire.auth;

import io.likewire.auth.domain.SessionStore;
import io.likewire.contracts.bus.Addresses;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells gateways of sessions that have just ended. Those that miss it hear of it when they ask for all, every ten seconds. */
record RevocationPublisher(Vertx vertx, SessionStore store) {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationPublisher.class);

    /** Before the answer goes out: whoever ended a session is known to have. Never fails. */
    Future<Void> tell() {
        return store.withdrawnLately()
                .onSuccess(withdrawals -> vertx.eventBus().publish(Addresses.AUTH_WITHDRAWN, withdrawals.toJson()))
                .onFailure(failure -> LOG.warn("gateways were not told of an end: {}", failure.getMessage()))
                .otherwiseEmpty()
                .mapEmpty();
    }
}
