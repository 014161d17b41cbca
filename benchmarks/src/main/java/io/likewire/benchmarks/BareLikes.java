package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Likes, counts and outbox rows committed together in natural batches, without asking whether a like is new. */
final class BareLikes {
    private static final int MOST_PER_BATCH = 256;
    private final Pool connection;
    private List<Waiting> waiting = new ArrayList<>();
    private boolean inFlight;

    private record Waiting(long product, Buffer liker, Promise<Void> done) {}

    BareLikes(Pool connection) {
        this.connection = connection;
    }

    Future<Void> like(long product, String liker) {
        Promise<Void> done = Promise.promise();
        waiting.add(new Waiting(product, Buffer.buffer(HexFormat.of().parseHex(liker)), done));
        next();
        return done.future();
    }

    private void next() {
        if (inFlight || waiting.isEmpty()) {
            return;
        }
        inFlight = true;
        int size = Math.min(waiting.size(), MOST_PER_BATCH);
        List<Waiting> batch = List.copyOf(waiting.subList(0, size));
        waiting = new ArrayList<>(waiting.subList(size, waiting.size()));
        connection.withTransaction(transaction -> write(transaction, batch)).onComplete(result -> {
            inFlight = false;
            batch.forEach(one -> {
                if (result.succeeded()) {
                    one.done().complete();
                } else {
                    one.done().fail(result.cause());
                }
            });
            next();
        });
    }

    private static Future<Void> write(SqlConnection transaction, List<Waiting> batch) {
        Map<Long, Integer> counts = new TreeMap<>();
        List<Object> likes = new ArrayList<>();
        for (Waiting one : batch) {
            counts.merge(one.product(), 1, Integer::sum);
            likes.addAll(List.of(one.product(), one.liker(), one.liker()));
        }
        List<Tuple> updates = new ArrayList<>();
        List<Object> events = new ArrayList<>();
        counts.forEach((product, count) -> {
            updates.add(Tuple.of(count, product));
            events.addAll(List.of(Buffer.buffer(new byte[16]), "likes.changed", Buffer.buffer(new byte[90]), "{}"));
        });
        String pairs = "(?,?,?)" + ",(?,?,?)".repeat(batch.size() - 1);
        String rows = "(?,?,?,?)" + ",(?,?,?,?)".repeat(counts.size() - 1);
        return Future.all(
                        transaction
                                .preparedQuery(
                                        "INSERT IGNORE INTO likes (product_id, liker, command_id) VALUES " + pairs)
                                .execute(Tuple.from(likes)),
                        transaction
                                .preparedQuery("UPDATE product SET likes = likes + ? WHERE id = ?")
                                .executeBatch(updates),
                        transaction
                                .preparedQuery(
                                        "INSERT INTO outbox (event_id, routing_key, payload, headers) VALUES " + rows)
                                .execute(Tuple.from(events)))
                .mapEmpty();
    }
}
