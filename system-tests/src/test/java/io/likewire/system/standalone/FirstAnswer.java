package io.likewire.system.standalone;

import io.likewire.system.rig.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a server that starts answers to the first request that it lets in. */
record FirstAnswer(int status, String body) {
    /** Connects again and again until there is a connection. */
    static CompletableFuture<FirstAnswer> of(URI address, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return CompletableFuture.supplyAsync(() -> ask(request), work -> new Thread(work, path).start());
    }

    private static FirstAnswer ask(HttpRequest request) {
        HttpClient client = HttpClient.newHttpClient();
        AtomicReference<FirstAnswer> answer = new AtomicReference<>();
        Patience.await("an answer").pollInterval(Duration.ofMillis(5)).until(() -> answered(client, request, answer));
        return answer.get();
    }

    private static boolean answered(HttpClient client, HttpRequest request, AtomicReference<FirstAnswer> answer)
            throws IOException, InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            answer.set(new FirstAnswer(response.statusCode(), response.body()));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
