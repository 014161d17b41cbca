package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Products and likes over REST; each like is somebody else's. */
public final class Catalogue {
    private static final String IMAGE = "/images/tea.svg";
    private final Rest rest;

    Catalogue(URI address) {
        this.rest = Rest.at(address);
    }

    public List<String> titles() {
        return products().map(product -> product.getString("title")).toList();
    }

    /** The first 500. */
    private Stream<JsonObject> products() {
        return call("GET", "/api/products?limit=500", null).array().stream().map(JsonObject.class::cast);
    }

    public long create(String title) {
        return create(title, IMAGE);
    }

    public long create(String title, String image) {
        return call("POST", "/api/products", draft(title, image)).json().getLong("id");
    }

    private static JsonObject draft(String title, String image) {
        return new JsonObject().put("title", title).put("image", image);
    }

    /** So many, each with its number behind the title. */
    public void createMany(String title, int number) {
        createAll(IntStream.range(0, number)
                .mapToObj(i -> draft(title + " " + i, IMAGE))
                .toList());
    }

    /** What came of each row, in their order. */
    public List<JsonObject> createAll(List<JsonObject> drafts) {
        JsonObject batch = new JsonObject().put("products", new JsonArray(drafts));
        return call("POST", "/api/products/batch", batch).json().getJsonArray("results").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    public void rename(long id, String title) {
        call("PATCH", "/api/products/" + id, new JsonObject().put("title", title));
    }

    /** Of the first 500. */
    public void deleteAll(Predicate<String> titles) {
        products()
                .filter(product -> titles.test(product.getString("title")))
                .forEach(product -> delete(product.getLong("id")));
    }

    public void delete(long id) {
        call("DELETE", "/api/products/" + id, null);
    }

    public void like(long id) {
        call("POST", "/api/products/" + id + "/like", null);
    }

    /** The count that products-verticle has got through the broker. */
    public long projectedLikes(long id) {
        return rest.projectedLikes(id);
    }

    public void awaitProjectedLikes(long id, long likes) {
        await().untilAsserted(() -> assertThat(projectedLikes(id)).isEqualTo(likes));
    }

    private Reply call(String method, String path, JsonObject body) {
        Reply reply = rest.send(method, path, body);
        if (reply.status() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + reply.text());
        }
        return reply;
    }
}
