package io.likewire.auth;

import io.likewire.auth.domain.AccountStore;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.platform.recovery.IdFloorTask;
import io.vertx.core.Vertx;
import java.time.Duration;

/** No new account gets the number of one that a restored database has forgotten: its likes would be the newcomer's. */
final class AccountIdFloorTask {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private AccountIdFloorTask() {}

    static IdFloorTask of(AccountStore accounts, Vertx vertx) {
        LikesClient likes = new LikesClient(vertx);
        return new IdFloorTask(vertx, () -> likes.highestAccount(Call.question(PATIENCE)), accounts::keepNumbersAbove);
    }
}
