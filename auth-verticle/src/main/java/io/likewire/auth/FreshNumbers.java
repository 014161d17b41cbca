package io.likewire.auth;

import io.likewire.auth.domain.AccountStore;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.platform.store.FreshIds;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Likes belong to the number of an account, which this database may have forgotten. */
final class FreshNumbers {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private FreshNumbers() {}

    static FreshIds of(AccountStore accounts, Vertx vertx) {
        LikesClient likes = new LikesClient(vertx);
        return new FreshIds(vertx, () -> likes.highestAccount(Call.question(PATIENCE)), accounts::keepNumbersAbove);
    }
}
