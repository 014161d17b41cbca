package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Straight to the database: pipelined prepared statements, likes in groups. */
final class BareDatabase implements BareData {
    private static final String COLUMNS = "SELECT id, title, image, likes FROM products ";
    private final SqlClient reads;
    private final BareLikes likes;

    BareDatabase(Vertx vertx, String uri) {
        MySQLConnectOptions connect = MySQLConnectOptions.fromUri(uri)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(64);
        this.reads = MySQLBuilder.client()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(connect)
                .using(vertx)
                .build();
        Pool one = MySQLBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(connect)
                .using(vertx)
                .build();
        this.likes = new BareLikes(one);
    }

    @Override
    public Future<Buffer> one(long product) {
        return reads.preparedQuery(COLUMNS + "WHERE id = ?")
                .execute(Tuple.of(product))
                .map(rows -> json(rows.iterator().next()));
    }

    @Override
    public Future<Buffer> list() {
        return reads.preparedQuery(COLUMNS + "ORDER BY id LIMIT 100").execute().map(rows -> {
            Buffer all = Buffer.buffer(rows.size() * 100);
            rows.forEach(row ->
                    all.appendByte((byte) (all.length() == 0 ? '[' : ',')).appendBuffer(json(row)));
            return all.appendByte((byte) ']');
        });
    }

    private static Buffer json(Row row) {
        return new JsonObject()
                .put("id", row.getLong(0))
                .put("title", row.getString(1))
                .put("image", row.getString(2))
                .put("likes", row.getLong(3))
                .toBuffer();
    }

    @Override
    public Future<Void> like(long product, Buffer liker) {
        return likes.like(product, liker);
    }
}
