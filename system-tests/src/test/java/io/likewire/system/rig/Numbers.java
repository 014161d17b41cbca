package io.likewire.system.rig;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many rows at once. */
final class Numbers {
    private static final int DIGITS = 6;

    private Numbers() {}

    /** A query with a column {@code n}; below a million. */
    static String upTo(int number) {
        String digit = IntStream.range(0, 10)
                .mapToObj(n -> "SELECT " + n + " AS d")
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
        List<Integer> places = IntStream.range(0, DIGITS).boxed().toList();
        String sum = places.stream()
                .map(place -> "p" + place + ".d * " + (int) Math.pow(10, place))
                .collect(Collectors.joining(" + "));
        String product = places.stream().map(place -> digit + " AS p" + place).collect(Collectors.joining(", "));
        return "SELECT " + sum + " AS n FROM " + product + " LIMIT " + number;
    }

    /** The version is older than any other: readers ignore them. */
    static void fillOutbox(Database database, String routingKey, String type, long productId, int number) {
        JsonObject event = new JsonObject()
                .put("id", productId)
                .put("productId", productId)
                .put("title", "Old")
                .put("image", "/old.png")
                .put("likes", 0)
                .put("version", 1)
                .put("added", 0)
                .put("removed", 0);
        JsonObject headers = new JsonObject().put("type", type).put("source", "/likewire/test");
        database.change(
                "INSERT INTO outbox (event_id, routing_key, payload, headers) SELECT UNHEX(LEFT(SHA2(n, 256), 32)), ?, ?, ? FROM ("
                        + upTo(number) + ") AS numbers",
                routingKey,
                event.encode(),
                headers.encode());
    }
}
