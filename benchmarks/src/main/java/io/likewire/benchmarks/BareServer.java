package io.likewire.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

/**
 * The irreducible part, to compare with: HTTP straight to MySQL in one process. No bus, no broker, no identity, no push,
 * no validation. Works on the databases of a Likewire that isn't running meanwhile.
 */
public final class BareServer {
    private static final String COLUMNS =
            "SELECT id, title, image, likes, likes_version, version, created_at, updated_at FROM products ";
    private final Pool products;
    private final BareLikes likes;

    private BareServer(Vertx vertx, String productsUri, String likesUri) {
        this.products = pool(vertx, productsUri, 8);
        this.likes = new BareLikes(pool(vertx, likesUri, 1));
    }

    /** Arguments: port, URI of the products database, URI of the likes database. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        BareServer server = new BareServer(vertx, args[1], args[2]);
        vertx.createHttpServer()
                .requestHandler(server::handle)
                .listen(Integer.parseInt(args[0]), "127.0.0.1")
                .await();
    }

    private static Pool pool(Vertx vertx, String uri, int size) {
        MySQLConnectOptions connect = MySQLConnectOptions.fromUri(uri)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(16);
        return MySQLBuilder.pool()
                .with(new PoolOptions().setMaxSize(size))
                .connectingTo(connect)
                .using(vertx)
                .build();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.endsWith("/like")) {
            long product = Long.parseLong(path.substring("/api/products/".length(), path.length() - "/like".length()));
            likes.like(product, request.getHeader("X-Liker"))
                    .onSuccess(done -> json(request).end("{\"message\":\"success\"}"))
                    .onFailure(failure -> fail(request, failure));
        } else if (path.equals("/api/products")) {
            products.preparedQuery(COLUMNS + "WHERE id > 0 ORDER BY id LIMIT 100")
                    .execute()
                    .onSuccess(rows -> {
                        JsonArray array = new JsonArray();
                        rows.forEach(row -> array.add(product(row)));
                        json(request).end(array.toBuffer());
                    })
                    .onFailure(failure -> fail(request, failure));
        } else {
            products.preparedQuery(COLUMNS + "WHERE id = ?")
                    .execute(Tuple.of(Long.parseLong(path.substring("/api/products/".length()))))
                    .onSuccess(rows ->
                            json(request).end(product(rows.iterator().next()).toBuffer()))
                    .onFailure(failure -> fail(request, failure));
        }
    }

    private static HttpServerResponse json(HttpServerRequest request) {
        return request.response().putHeader("content-type", "application/json");
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        request.response().setStatusCode(500).end(String.valueOf(failure));
    }

    private static JsonObject product(Row row) {
        return new JsonObject()
                .put("id", row.getLong(0))
                .put("title", row.getString(1))
                .put("image", row.getString(2))
                .put("likes", row.getLong(3))
                .put("likesVersion", row.getLong(4))
                .put("version", row.getLong(5))
                .put("createdAt", row.getLocalDateTime(6).toString())
                .put("updatedAt", row.getLocalDateTime(7).toString());
    }
}
