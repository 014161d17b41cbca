package io.likewire.auth;

import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.auth.keys.KeyRotation;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeyOperationsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private final RunningAuth auth = new RunningAuth();

    @Test
    void aKeyThatLeakedIsTrustedNoMoreOnceAnotherOneSigns() throws Exception {
        String leaked = signing();
        assertThat(send("DELETE", "/" + leaked).statusCode()).isEqualTo(409);
        assertThat(send("DELETE", "/unknown").statusCode()).isEqualTo(404);
        String fresh = KeyRotation.rotate(auth.keys);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> list().contains(fresh));
        auth.sql("UPDATE signing_key SET first_seen = first_seen - INTERVAL 1 HOUR WHERE kid = '" + fresh + "'");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> signing().equals(fresh));

        assertThat(send("DELETE", "/" + leaked).statusCode()).isEqualTo(200);
        assertThat(auth.client.trust(call()).await().keys().encode())
                .contains(fresh)
                .doesNotContain(leaked);
    }

    private String signing() throws IOException, InterruptedException {
        return new JsonObject(list()).getString("signing");
    }

    private String list() throws IOException, InterruptedException {
        return send("GET", "").body();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + auth.management + "/keys" + path);
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
