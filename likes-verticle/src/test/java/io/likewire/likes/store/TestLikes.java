package io.likewire.likes.store;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.LeastRights;
import io.vertx.core.Vertx;
import java.util.UUID;

/** The likes side's tables, fresh and as its accounts see them. */
final class TestLikes {
    private TestLikes() {}

    static Database open(Vertx vertx) {
        LeastRights rights = LeastRights.in("likes");
        Database database = new Database(vertx, rights.service(), rights.migrations());
        database.migrate("db/likes").await();
        return database;
    }

    /** Somebody's who has not liked anything. */
    static LikeCommand like(long product) {
        return LikeCommand.like(product, Liker.visitor(UUID.randomUUID()), UUID.randomUUID(), Long.MAX_VALUE);
    }
}
