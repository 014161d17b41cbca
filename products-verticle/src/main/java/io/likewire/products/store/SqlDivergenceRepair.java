package io.likewire.products.store;

import io.likewire.contracts.likes.KnownProducts;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Uuids;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Deletes what others know and we don't, and what others know to be deleted, in one transaction. */
record SqlDivergenceRepair(SqlConnection transaction) {
    /** How many events that came to. */
    Future<Integer> with(KnownProducts theirs) {
        return missing(theirs.living()).compose(missing -> returned(theirs.deleted())
                .compose(returned -> bury(Stream.concat(missing.stream(), returned.stream())
                        .sorted()
                        .toList())));
    }

    /** In this order: what is deleted meanwhile is found in one of the two. */
    private Future<Set<Long>> missing(List<Long> ids) {
        return among(RestoreStatements.FIND_LIVING, ids)
                .compose(living -> among(RestoreStatements.FIND_DELETED, ids).map(deleted -> {
                    Set<Long> missing = new HashSet<>(ids);
                    missing.removeAll(living);
                    missing.removeAll(deleted);
                    return missing;
                }));
    }

    private Future<Set<Long>> returned(List<Long> ids) {
        return among(RestoreStatements.LOCK_LIVING, ids);
    }

    private Future<Set<Long>> among(Rows find, List<Long> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture(Set.of())
                : find.ask(transaction, Rows.of(ids)).map(rows -> new HashSet<>(SqlRestoredProducts.firstColumn(rows)));
    }

    private Future<Integer> bury(List<Long> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(0);
        }
        List<Object[]> tombstones = ids.stream()
                .map(id -> new Object[] {id, Uuids.bytes(UUID.randomUUID())})
                .toList();
        return RestoreStatements.BURY
                .changeOnce(transaction, tombstones)
                .compose(done -> RestoreStatements.REMOVE.change(transaction, Rows.of(ids)))
                .compose(done -> SqlRestoredProducts.tell(
                        transaction, ids, RestoreStatements.FIND_DELETED, SqlRestoredProducts::deletion));
    }
}
