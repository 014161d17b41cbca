package io.likewire.auth.domain;

import io.likewire.contracts.auth.Account;
import io.vertx.core.Future;
import java.util.UUID;

/** Access tokens. */
public interface TokenIssuer {
    Future<String> issue(Account account, UUID session);

    /** How long one is good for. */
    int seconds();
}
