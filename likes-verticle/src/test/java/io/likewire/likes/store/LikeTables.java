package io.likewire.likes.store;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
import io.likewire.servers.testing.LeastRights;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.UUID;
import java.util.stream.LongStream;

/** A database of the likes side of its own, and what tests ask and say past the service. */
public final class LikeTables implements AutoCloseable {
    public final Vertx vertx = Vertx.vertx();
    public final SqlLikes store;
    final Database database;
    final Pool pool;

    /** With the rights of a service, and some products whose version is 10. */
    public LikeTables(long... products) {
        this(LeastRights.in("likes"), products);
    }

    private LikeTables(LeastRights rights, long... products) {
        this(rights.service(), rights.migrations(), products);
    }

    private LikeTables(URI service, URI owner, long... products) {
        database = new Database(vertx, service, owner);
        database.migrate("db/likes").await();
        pool = database.pool("test", 4);
        store = node();
        store.learn(LongStream.of(products)
                        .mapToObj(id -> new ReplicaChange(id, 10, false))
                        .toList())
                .await();
    }

    /** With the right to change tables too. */
    static LikeTables ofAdministrator(long... products) {
        URI all = URI.create(TestServers.mysql().freshDatabase("likes"));
        return new LikeTables(all, all, products);
    }

    /** One more node's, on the same tables. */
    SqlLikes node() {
        return new SqlLikes(database.single("batches"), pool);
    }

    /** Which repair nothing. */
    LikeBatches batches() {
        return new LikeBatches(vertx, node(), changes -> {}, product -> Future.succeededFuture());
    }

    /** As in the verticle: on the event loop. */
    Future<LikeResult> submit(LikeBatches batches, LikeCommand command) {
        return Future.future(
                done -> vertx.runOnContext(turn -> batches.submit(command).onComplete(done)));
    }

    public long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    void change(String sql) {
        pool.query(sql).execute().await();
    }

    /** Somebody's who has not liked anything. */
    static LikeCommand like(long product) {
        return like(product, anyone());
    }

    static LikeCommand like(long product, Liker liker) {
        return LikeCommand.like(product, liker, UUID.randomUUID(), Long.MAX_VALUE);
    }

    static LikeCommand unlike(long product, Liker liker) {
        return LikeCommand.unlike(product, liker, UUID.randomUUID(), Long.MAX_VALUE);
    }

    static Liker anyone() {
        return Liker.visitor(UUID.randomUUID());
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
