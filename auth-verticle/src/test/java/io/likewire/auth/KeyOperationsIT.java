package io.likewire.auth;

import static io.likewire.auth.RunningAuth.await;
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
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyOperationsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void aKeyThatLeakedIsTrustedNoMoreOnceAnotherOneSigns() throws Exception {
        try (RunningAuth auth = new RunningAuth(directory)) {
            String leaked = signing(auth);
            assertThat(send(auth, "DELETE", "/" + leaked).statusCode()).isEqualTo(409);
            assertThat(send(auth, "DELETE", "/unknown").statusCode()).isEqualTo(404);
            String fresh = KeyRotation.rotate(auth.keys);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> list(auth)
                    .contains(fresh));
            auth.sql("UPDATE signing_key SET first_seen = first_seen - INTERVAL 1 HOUR WHERE kid = '" + fresh + "'");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> signing(auth)
                    .equals(fresh));

            assertThat(send(auth, "DELETE", "/" + leaked).statusCode()).isEqualTo(200);
            assertThat(await(auth.client.trust(call())).keys().encode())
                    .contains(fresh)
                    .doesNotContain(leaked);
        }
    }

    private static String signing(RunningAuth auth) throws IOException, InterruptedException {
        return new JsonObject(list(auth)).getString("signing");
    }

    private static String list(RunningAuth auth) throws IOException, InterruptedException {
        return send(auth, "GET", "").body();
    }

    private static HttpResponse<String> send(RunningAuth auth, String method, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + auth.management + "/keys" + path);
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
