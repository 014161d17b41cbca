package io.likewire.auth.store;

import io.likewire.platform.store.IdCounter;
import io.vertx.sqlclient.Tuple;

/** Which numbers new accounts get. */
final class SqlNumbers {
    /** Only accounts that like something are known to others: far more like nothing. */
    private static final long WITHOUT_LIKES = 10_000;

    static final IdCounter COUNTER = new IdCounter(
            "account",
            WITHOUT_LIKES,
            Statements.HIGHEST_ACCOUNT,
            Statements.CREATE_PLACE_HOLDER,
            Tuple::of,
            Statements.DELETE_ACCOUNT);

    private SqlNumbers() {}
}
