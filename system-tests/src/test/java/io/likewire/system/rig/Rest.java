package io.likewire.system.rig;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A caller of the REST interface, with or without an identity. */
public final class Rest {
    private static final HttpClient PLAIN = client(HttpClient.Version.HTTP_1_1).build();

    private static final class Secure {
        static final HttpClient HTTP_2 = client(HttpClient.Version.HTTP_2)
                .sslContext(LocalCertificate.trust())
                .build();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final Duration patience;
    private final String token;
    private final String key;

    private Rest(URI base, Duration patience, String token, String key) {
        this.base = base;
        this.patience = patience;
        this.token = token;
        this.key = key;
    }

    private static HttpClient.Builder client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).connectTimeout(Duration.ofSeconds(5));
    }

    /** HTTP/2 where the address is one of https, HTTP/1.1 elsewhere. */
    public static HttpClient client(URI address) {
        return address.getScheme().equals("https") ? Secure.HTTP_2 : PLAIN;
    }

    public static Rest at(URI base) {
        return at(base, PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    public static Rest at(URI base, Duration patience) {
        return new Rest(base, patience, null, null);
    }

    public Rest as(String newToken) {
        return new Rest(base, patience, newToken, key);
    }

    /** Every request carries this idempotency key. */
    public Rest keyed(String newKey) {
        return new Rest(base, patience, token, newKey);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, JsonObject body) {
        return send("POST", path, body);
    }

    public Reply put(String path, JsonObject body) {
        return send("PUT", path, body);
    }

    public Reply patch(String path, JsonObject body) {
        return send("PATCH", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Visitor newVisitor() {
        return Visitor.introducedBy(this);
    }

    public long create(String title) {
        JsonObject draft = new JsonObject().put("title", title).put("image", "/images/" + title.length() + ".png");
        Reply reply = post("/api/products", draft);
        if (reply.status() != 201) {
            throw new IllegalStateException("Expected 201, but got " + reply);
        }
        return reply.json().getLong("id");
    }

    public JsonObject product(long id) {
        return get("/api/products/" + id).json();
    }

    /** How many like it in the eyes of products-verticle. */
    public long projectedLikes(long id) {
        return product(id).getLong("likes");
    }

    /** The entry of {@code POST /api/likes/query}: productId, likes, version, liked. */
    public JsonObject trueLikes(long id) {
        JsonObject question = new JsonObject().put("productIds", new JsonArray().add(id));
        return post("/api/likes/query", question).json().getJsonArray("likes").getJsonObject(0);
    }

    /** @param headers names and values in turn */
    public Reply send(String method, String path, JsonObject body, String... headers) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(patience).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", '"' + key + '"');
        }
        try {
            var response = client(base).send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
