package io.likewire.likes.store;

import io.likewire.platform.database.Database;
import io.likewire.servers.testing.LeastRights;
import io.vertx.core.Vertx;

/** The likes side's tables, fresh and as its accounts see them. */
final class TestLikes {
    private TestLikes() {}

    static Database open(Vertx vertx) {
        LeastRights rights = LeastRights.in("likes");
        Database database = new Database(vertx, rights.service(), rights.migrations());
        database.migrate("db/likes").await();
        return database;
    }
}
