package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Likes and an outbox row for each, committed in groups: those that came while the group before was written. */
final class BareLikes {
    private static final int MOST_PER_GROUP = 128;
    private final Pool connection;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;

    private record Waiting(long product, Buffer liker, Promise<Void> done) {}

    BareLikes(Pool connection) {
        this.connection = connection;
    }

    Future<Void> like(long product, Buffer liker) {
        Promise<Void> done = Promise.promise();
        waiting.add(new Waiting(product, liker, done));
        next();
        return done.future();
    }

    private void next() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        List<Waiting> first = waiting.subList(0, Math.min(waiting.size(), MOST_PER_GROUP));
        List<Waiting> group = List.copyOf(first);
        first.clear();
        connection.withTransaction(transaction -> write(transaction, group)).onComplete(result -> {
            writing = false;
            group.forEach(one -> one.done().handle(result));
            next();
        });
    }

    private static Future<Void> write(SqlConnection transaction, List<Waiting> group) {
        Tuple values = Tuple.tuple();
        group.forEach(one -> values.addLong(one.product()).addBuffer(one.liker()));
        String rows = " (product_id, liker) VALUES (?,?)" + ",(?,?)".repeat(group.size() - 1);
        return Future.all(
                        transaction
                                .preparedQuery("INSERT IGNORE INTO likes" + rows)
                                .execute(values),
                        transaction.preparedQuery("INSERT INTO outbox" + rows).execute(values))
                .mapEmpty();
    }
}
