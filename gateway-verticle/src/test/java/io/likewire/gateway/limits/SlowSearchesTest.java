package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowSearchesTest {
    private static final int CLIENTS = 24;
    private static final int READS = 60;
    private static final int A_SLOW_SEARCH_MS = 160;
    private static final int PAUSE_MS = 5;
    private final AtomicInteger texts = new AtomicInteger();
    private TestGateway gateway;
    private HttpClient searchers;
    private long product;
    private volatile boolean over;

    @BeforeEach
    void start() {
        gateway = TestGateway.with(Map.of("REQUEST_TIMEOUT_MS", "500"));
        searchers = gateway.vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CLIENTS));
        product = gateway.products.add("Tea").id();
    }

    @AfterEach
    void stop() {
        over = true;
        gateway.close();
    }

    @Test
    void takeNothingFromThoseWhoReadOneProduct() {
        gateway.products.searchGate = () -> gateway.vertx.timer(A_SLOW_SEARCH_MS, TimeUnit.MILLISECONDS);
        IntStream.range(0, CLIENTS).forEach(client -> searchOnAndOn());
        await("fewer searches at once than there are who search").until(() -> searchesAtOnce() < CLIENTS / 2);

        assertThat(IntStream.range(0, READS).map(read -> readOne())).containsOnly(200);
    }

    @Test
    void thatAreNeverAnsweredKeepNobodyFromReadingOneProduct() {
        gateway.products.searchGate = () -> Promise.promise().future();

        assertThat(Future.all(IntStream.range(0, CLIENTS)
                                .mapToObj(client -> search())
                                .toList())
                        .await()
                        .<Integer>list())
                .containsOnly(503);

        assertThat(readOne()).isEqualTo(200);
        assertThat(gateway.get("/api/products").statusCode()).isEqualTo(200);
        await("searches are refused unasked")
                .until(() -> gateway.get("/api/products?q=tea").body().contains("/problems/unavailable"));
    }

    private double searchesAtOnce() {
        return gateway.metrics
                .get("likewire.requests.bound")
                .tag("bulkhead", "searches")
                .gauge()
                .value();
    }

    private int readOne() {
        return gateway.get("/api/products/" + product).statusCode();
    }

    private void searchOnAndOn() {
        search().compose(answered -> gateway.vertx.timer(PAUSE_MS, TimeUnit.MILLISECONDS))
                .onSuccess(again -> {
                    if (!over) {
                        searchOnAndOn();
                    }
                });
    }

    private Future<Integer> search() {
        String path = "/api/products?q=tea" + texts.incrementAndGet();
        return searchers
                .request(HttpMethod.GET, gateway.port, "127.0.0.1", path)
                .compose(request ->
                        request.send().compose(response -> response.end().map(response.statusCode())));
    }
}
