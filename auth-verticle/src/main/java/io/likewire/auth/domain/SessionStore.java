package io.likewire.auth.domain;

import io.likewire.auth.domain.AccountStore.Stored;
import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.RevokedSessions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** Sessions and devices, as kept: digests of what clients hold. */
public interface SessionStore {
    /** What became of a refresh; one of the two, or neither for a session that is none. */
    record Refreshed(Account account, boolean reused) {}

    /** False where the account is no longer as it was proven: another password, another role, or disabled. */
    Future<Boolean> begin(UUID id, Stored proven, Buffer secret);

    /**
     * Replaces the secret where it is the last one. The one before it may be used once more for a while, as long as nobody
     * has used the last one: its answer got lost. Otherwise somebody has used it before: the session ends.
     */
    Future<Refreshed> refresh(UUID id, Buffer secret, Buffer next);

    /** False where there was none with this secret. */
    Future<Boolean> end(UUID id, Buffer secret);

    /** All there are, some at a time: how many. Those that begin meanwhile may be among them. */
    Future<Integer> endAll();

    /** Those whose access tokens may still be about. */
    Future<RevokedSessions> withdrawn();

    /** Of those the ones that have ended in the last seconds: what gateways may not have asked for yet. */
    Future<RevokedSessions> withdrawnLately();

    Future<Void> remember(Buffer device, long account);

    Future<Boolean> remembers(Buffer device, String username);
}
