package io.likewire.products.store;

import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Uuids;
import io.likewire.platform.recovery.IdFloor;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Which ids new products get. */
final class ProductIdFloor {
    private static final long ON_THE_WAY = 1_000;
    private static final ProductDraft NOTHING = new ProductDraft("", "");

    static final IdFloor COUNTER = new IdFloor(
            "product",
            ON_THE_WAY,
            RestoreStatements.HIGHEST,
            Statements.INSERT_WITH_ID,
            id -> Tuple.from(ProductRow.values(NOTHING, Uuids.bytes(UUID.randomUUID()), id)),
            Statements.DELETE);

    private ProductIdFloor() {}
}
