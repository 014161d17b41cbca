package io.likewire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.edge.Problems;
import io.likewire.gateway.edge.Proxies;
import io.likewire.platform.config.Environment;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<RoutingContext> running = new CopyOnWriteArrayList<>();
    private final HttpClient client = vertx.createHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() {
        Router router = Router.router(vertx);
        router.get("/work").handler(ConcurrencyLimit.atMost(2, running::add));
        Proxies proxies = Proxies.from(Environment.of(Map.of("TRUSTED_PROXIES", "127.0.0.1")));
        router.get("/shared").handler(ConcurrencyLimit.sharedByClients(4, proxies, running::add));
        router.get("/other").handler(RoutingContext::end);
        Problems.answerFor(router, path -> null, Buffer.buffer());
        server = vertx.createHttpServer().requestHandler(router).listen(0).await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void oneTooManyIsRefusedAtOnceAndOthersAreNot() {
        List<Future<HttpClientResponse>> asked = List.of(ask("/work"), ask("/work"));
        await().until(() -> running.size() == 2);

        HttpClientResponse refused = ask("/work").await();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(ask("/other").await().statusCode()).isEqualTo(200);

        running.forEach(RoutingContext::end);
        asked.forEach(answer -> assertThat(answer.await().statusCode()).isEqualTo(200));
        roomIsBack();
    }

    @Test
    void whoHangsUpMakesRoom() {
        HttpClient impatient = vertx.createHttpClient();
        ask(impatient, "/work");
        ask(impatient, "/work");
        await().until(() -> running.size() == 2);
        impatient.close().await();

        await().until(() -> ask("/other").await().statusCode() == 200
                && running.stream().allMatch(one -> one.response().closed()));
        roomIsBack();
    }

    @Test
    void anAddressHasAQuarterOfWhatIsShared() {
        askAs("10.0.0.1");
        await().until(() -> running.size() == 1);
        assertThat(askAs("10.0.0.1").await().statusCode()).isEqualTo(429);

        Future<HttpClientResponse> other = askAs("10.0.0.2");
        await().until(() -> running.size() == 2);
        running.forEach(RoutingContext::end);
        assertThat(other.await().statusCode()).isEqualTo(200);
        askAs("10.0.0.1");
        await().until(() -> running.size() == 3);
    }

    private Future<HttpClientResponse> askAs(String address) {
        return client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/shared")
                .compose(
                        request -> request.putHeader("X-Forwarded-For", address).send());
    }

    private void roomIsBack() {
        int before = running.size();
        Future<HttpClientResponse> next = ask("/work");
        await().until(() -> running.size() == before + 1);
        running.get(before).end();
        assertThat(next.await().statusCode()).isEqualTo(200);
    }

    private Future<HttpClientResponse> ask(String path) {
        return ask(client, path);
    }

    private Future<HttpClientResponse> ask(HttpClient from, String path) {
        return from.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
                .compose(request -> request.send());
    }
}
