package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long answers, and frames at another gateway, take at shares of the highest rate. */
final class OfferedRates {
    private static final List<Double> SHARES = List.of(0.25, 0.5, 0.75);
    private static final int CONNECTIONS = 64;
    /** One event loop: what it keeps needs no lock. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private final HttpClient client = vertx.createHttpClient(
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    private final Target target;
    private final Meter meter;
    private final Options options;
    private final List<String> tokens;

    /** @param target likes go to its first gateway, frames come from its last one */
    OfferedRates(Target target, Meter meter, Visitors visitors, Options options) throws IOException {
        this.target = target;
        this.meter = meter;
        this.options = options;
        this.tokens = visitors.tokens(10_000);
    }

    void measure() throws Exception {
        System.out.println("""

                | offered | | p50 | p99 | p99.9 | failed or missing |
                |---|---|---|---|---|---|""");
        double reads = highest(Workload.ONE);
        reads(reads * SHARES.get(0), options.warmUpSeconds());
        for (double share : SHARES) {
            print(share, reads, "get one of 100", reads(reads * share, options.seconds()));
        }
        double likes = highest(Workload.LIKE);
        for (double share : SHARES) {
            likes(share, likes);
        }
        vertx.close().await();
    }

    private double highest(Workload workload) throws Exception {
        meter.warmUp(target, workload);
        return meter.run(target, workload).answers().perSecond();
    }

    private Latencies reads(double rate, int seconds) throws Exception {
        return OpenLoop.run(
                vertx,
                rate,
                seconds,
                (number, due) -> send(HttpMethod.GET, "/" + (1 + number % Workload.BLOCK), number));
    }

    private void likes(double share, double highest) throws Exception {
        int first = target.ledger().freshBlock();
        int gateways = target.ports().size();
        Latencies shown = new Latencies((int) (share * highest * options.seconds()));
        Frames frames = Frames.watch(vertx, target.ports().get(gateways - 1), first, shown)
                .await();
        TimeUnit.SECONDS.sleep(1);
        Latencies answered = OpenLoop.run(vertx, share * highest, options.seconds(), (number, due) -> {
            int product = first + number % Workload.BLOCK;
            frames.sent(product, due);
            return send(HttpMethod.POST, "/" + product + "/like", number / Workload.BLOCK);
        });
        TimeUnit.SECONDS.sleep(1);
        print(share, highest, "like", answered);
        print(share, highest, "like to frame at another gateway", shown);
    }

    private Future<?> send(HttpMethod method, String path, int visitor) {
        RequestOptions request = new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(target.ports().get(0))
                .setURI("/api/products" + path)
                .putHeader("Cookie", "visitor=" + tokens.get(visitor % tokens.size()));
        return client.request(request)
                .compose(open -> open.send())
                .expecting(answer -> answer.statusCode() < 300)
                .compose(HttpClientResponse::end);
    }

    private static void print(double share, double highest, String what, Latencies latencies) {
        System.out.printf(
                Locale.ROOT,
                "| %,.0f a second (%.0f %%) | %s | %s%n",
                share * highest,
                share * 100,
                what,
                latencies.cells());
    }
}
