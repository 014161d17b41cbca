package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.system.rig.Rest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Products and likes over REST; each like is somebody else's. */
public final class Catalogue {
    private final URI address;

    Catalogue(URI address) {
        this.address = address;
    }

    public List<String> titles() {
        return new JsonArray(call("GET", "/api/products?limit=500", ""))
                .stream()
                        .map(product -> ((JsonObject) product).getString("title"))
                        .toList();
    }

    public long create(String title) {
        return create(title, "/images/tea.svg");
    }

    public long create(String title, String image) {
        JsonObject draft = new JsonObject().put("title", title).put("image", image);
        return new JsonObject(call("POST", "/api/products", draft.encode())).getLong("id");
    }

    /** What came of each row, in their order. */
    public List<JsonObject> createAll(List<JsonObject> drafts) {
        JsonObject batch = new JsonObject().put("products", new JsonArray(drafts));
        return new JsonObject(call("POST", "/api/products/batch", batch.encode()))
                .getJsonArray("results").stream().map(JsonObject.class::cast).toList();
    }

    public void rename(long id, String title) {
        call(
                "PATCH",
                "/api/products/" + id,
                new JsonObject().put("title", title).encode());
    }

    /** Of the first 500. */
    public void deleteAll(Predicate<String> titles) {
        new JsonArray(call("GET", "/api/products?limit=500", ""))
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(product -> titles.test(product.getString("title")))
                        .forEach(product -> delete(product.getLong("id")));
    }

    public void delete(long id) {
        call("DELETE", "/api/products/" + id, "");
    }

    public void like(long id) {
        call("POST", "/api/products/" + id + "/like", "");
    }

    /** The count that products-verticle has got through the broker. */
    public long projectedLikes(long id) {
        return new JsonObject(call("GET", "/api/products/" + id, "")).getLong("likes");
    }

    public void awaitProjectedLikes(long id, long likes) {
        await().untilAsserted(() -> assertThat(projectedLikes(id)).isEqualTo(likes));
    }

    private String call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = Rest.client(address).send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s %s: %s", method, path, response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
