package io.likewire.system.rig.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Visitors who come when they come, however slow the answers are: requests start at a fixed rate, on as many connections
 * as it takes, up to a limit. Those that find none free are counted as unsent, never as answered.
 */
public final class OpenLoop implements AutoCloseable {
    private static final int CONNECTIONS = 1_024;
    private static final int WAITING = 4_096;
    private static final long TICK_MS = 5;
    private static final long CONNECT_MS = 2_000;
    private static final long PATIENCE_MS = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Supplier<RequestOptions> requests;
    private final Supplier<String> bodies;

    /** @param requests the next request */
    public OpenLoop(URI gateway, Supplier<RequestOptions> requests) {
        this(gateway, requests, () -> "");
    }

    /** @param bodies the next request's body */
    public OpenLoop(URI gateway, Supplier<RequestOptions> requests, Supplier<String> bodies) {
        this.requests = requests;
        this.bodies = bodies;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(gateway.getHost()).setDefaultPort(gateway.getPort()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
    }

    /** Offers the load for some time, and waits for the last answers. */
    public Answers offer(double perSecond, Duration time) throws InterruptedException {
        Answers answers = new Answers(time);
        CountDownLatch done = new CountDownLatch(1);
        vertx.runOnContext(start -> {
            long begin = System.nanoTime();
            vertx.setPeriodic(TICK_MS, timer -> {
                double seconds = (System.nanoTime() - begin) / 1e9;
                long due = Math.round(Math.min(seconds, time.toMillis() / 1e3) * perSecond);
                while (answers.sent() < due) {
                    send(answers);
                }
                if (seconds * 1e3 > time.toMillis() && answers.complete()) {
                    vertx.cancelTimer(timer);
                    done.countDown();
                }
            });
        });
        if (!done.await(time.toMillis() + 4 * PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Some answers never came: " + answers);
        }
        return answers;
    }

    private void send(Answers answers) {
        long begin = answers.begin();
        client.request(requests.get().setConnectTimeout(CONNECT_MS).setTimeout(PATIENCE_MS))
                .compose(request -> {
                    answers.connected();
                    String body = bodies.get();
                    return (body.isEmpty() ? request.send() : request.send(body))
                            .compose(response -> response.end().map(response));
                })
                .onComplete(
                        response -> answers.end(begin, response.statusCode(), response.getHeader("Retry-After")),
                        none -> answers.unanswered(none));
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
