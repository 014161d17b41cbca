package io.likewire.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Products and visitors for a measurement, made through the public API. */
final class Fixture {
    static final int PRODUCTS = 500;
    private static final int VISITORS = 2_000;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    Fixture(String url) {
        this.url = url;
    }

    void awaitReady() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try {
                if (get("/api/products").statusCode() == 200
                        && get("/api/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(url + " did not get ready");
    }

    void createProducts() throws IOException, InterruptedException {
        for (int i = 1; i <= PRODUCTS; i++) {
            JsonObject draft = new JsonObject()
                    .put("title", "Product number " + i)
                    .put("image", "https://example.com/images/" + i + ".jpg");
            post("/api/products", draft.encode());
        }
    }

    /** Lines of "token liker". */
    Path createVisitors(Path directory) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            String token = new JsonObject(post("/api/visitors", "").body()).getString("token");
            JsonObject claims = new JsonObject(
                    new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
            lines.add(token + " "
                    + UUID.fromString(claims.getString("sub")).toString().replace("-", ""));
        }
        return Files.write(directory.resolve("visitors.txt"), lines);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
