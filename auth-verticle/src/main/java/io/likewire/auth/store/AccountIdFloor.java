package io.likewire.auth.store;

import io.likewire.platform.recovery.IdFloor;
import io.vertx.sqlclient.Tuple;

/** Which numbers new accounts get. */
final class AccountIdFloor {
    /** Only accounts that like something are known to others: far more like nothing. */
    private static final long WITHOUT_LIKES = 10_000;

    static final IdFloor COUNTER = new IdFloor(
            "account",
            WITHOUT_LIKES,
            Statements.HIGHEST_ACCOUNT,
            Statements.CREATE_PLACE_HOLDER,
            Tuple::of,
            Statements.DELETE_ACCOUNT);

    private AccountIdFloor() {}
}
