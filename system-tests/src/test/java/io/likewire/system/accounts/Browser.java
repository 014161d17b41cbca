package io.likewire.system.accounts;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.AccountSettings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody with a cookie jar, who may log in. */
final class Browser {
    static final String PASSWORD = AccountSettings.PASSWORD;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI site;
    private String accessToken;

    Browser(URI site) {
        this.site = site;
    }

    HttpResponse<String> send(String method, String path, JsonObject body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
        if (!method.equals("GET")) {
            request.header("Origin", site.getScheme() + "://" + site.getAuthority());
        }
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int status(String method, String path, JsonObject body) {
        return send(method, path, body).statusCode();
    }

    /** Likes a product; asks again while the answer is that nothing was done. */
    void like(long product) {
        await("like")
                .until(
                        () -> status("PUT", "/api/products/" + product + "/like", null),
                        status -> status != HttpURLConnection.HTTP_UNAVAILABLE);
        assertThat(status("PUT", "/api/products/" + product + "/like", null)).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    JsonObject json(String path) {
        return new JsonObject(send("GET", path, null).body());
    }

    Browser register(String username) {
        send("POST", "/api/auth/register", credentials(username, PASSWORD));
        return this;
    }

    HttpResponse<String> login(String username, String password) {
        HttpResponse<String> answer = send("POST", "/api/auth/login", credentials(username, password));
        remember(answer);
        return answer;
    }

    HttpResponse<String> refresh() {
        HttpResponse<String> answer = send("POST", "/api/auth/refresh", null);
        remember(answer);
        return answer;
    }

    private void remember(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            accessToken = new JsonObject(answer.body()).getString("accessToken");
        }
    }

    String accessToken() {
        return accessToken;
    }

    /** From now on with the cookies alone. */
    Browser withoutToken() {
        accessToken = null;
        return this;
    }

    static JsonObject credentials(String username, String password) {
        return new JsonObject().put("username", username).put("password", password);
    }
}
