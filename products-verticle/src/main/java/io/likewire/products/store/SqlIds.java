package io.likewire.products.store;

import io.likewire.platform.store.IdCounter;
import io.likewire.platform.store.Uuids;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Which ids new products get. */
final class SqlIds {
    private static final long ON_THE_WAY = 1_000;

    static final IdCounter COUNTER = new IdCounter(
            "product",
            ON_THE_WAY,
            HistoryStatements.HIGHEST,
            Statements.INSERT_WITH_ID,
            id -> Tuple.of(id, "", "", Uuids.bytes(UUID.randomUUID())),
            Statements.DELETE);

    private SqlIds() {}
}
