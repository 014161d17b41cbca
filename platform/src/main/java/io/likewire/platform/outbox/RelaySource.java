package io.likewire.platform.outbox;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/** What waits in a service's database for the broker, beside its outbox. */
public interface RelaySource {
    RelaySource NONE = new RelaySource() {};

    /** @param oldestSeconds how long the oldest row has waited; 0 when there is none */
    record Backlog(long rows, double oldestSeconds) {}

    /** One pass: read, publish, await confirms, delete what is confirmed. In the transaction that holds the relay's lock. */
    default Future<RelayResult> relay(SqlConnection transaction) {
        return Future.succeededFuture(RelayResult.NOTHING);
    }

    default Future<Backlog> backlog(Pool pool) {
        return Future.succeededFuture(new Backlog(0, 0));
    }
}
