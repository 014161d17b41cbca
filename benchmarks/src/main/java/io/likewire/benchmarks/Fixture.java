package io.likewire.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** What a measurement does through the public API. */
final class Fixture {
    static final int PRODUCTS = 10_000;
    private static final int BATCH = 1_000;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    Fixture(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    void awaitReady() throws InterruptedException {
        for (int i = 0; i < 900; i++) {
            try {
                if (get("/api/products") == 200 && get("/api/health") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException(url + " did not get ready");
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Products 1 to {@link #PRODUCTS}, and waits until the likes service knows them. */
    void createProducts(Ledger ledger) throws Exception {
        for (int first = 1; first <= PRODUCTS; first += BATCH) {
            JsonArray rows = new JsonArray();
            for (int i = first; i < first + BATCH; i++) {
                rows.add(new JsonObject()
                        .put("title", "Product number " + i)
                        .put("image", "https://example.com/images/" + i + ".jpg"));
            }
            post("/api/products/batch", new JsonObject().put("products", rows).encode());
        }
        if (ledger.number("SELECT MAX(id) FROM products.products") != PRODUCTS) {
            throw new IllegalStateException("ids of products are not 1 to " + PRODUCTS);
        }
        while (ledger.number("SELECT COUNT(*) FROM likes.product") < PRODUCTS) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
