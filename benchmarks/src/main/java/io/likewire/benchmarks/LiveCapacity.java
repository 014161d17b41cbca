package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What many sockets cost a gateway: memory each, processor time for each frame; and when the last one has a like. */
final class LiveCapacity {
    private static final int AT_ONCE = 100;
    private static final double LIKES_PER_SECOND = 25;
    private static final String HOST = "127.0.0.1";
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Program program;
    private final String name;
    private final int sockets;
    private final int port;
    private final int product;
    private final LongAdder frames = new LongAdder();

    /** @param program the one of the target that has the sockets */
    LiveCapacity(Program program, Target target, int sockets) {
        this.program = program;
        this.name = target.name();
        this.sockets = sockets;
        this.port = target.ports().get(0);
        this.product = target.ledger().freshBlock();
    }

    static void printHead() {
        System.out.println("""

                | sockets on one product | program | deliveries per second | CPU for one | memory for a socket | like to frame: p50 \
                | p99 | p99.9 | missing |
                |---|---|---|---|---|---|---|---|---|""");
    }

    /** Of a program that sends frames by itself. */
    void measureFrames(Options options) throws Exception {
        double kilobytes = connect();
        TimeUnit.SECONDS.sleep(options.warmUpSeconds());
        print(kilobytes, deliveries(() -> TimeUnit.SECONDS.sleep(options.seconds())), "| | | | |");
    }

    /** All sockets watch one product, which changes more often than it may be told. */
    void measureLikes(Options options) throws Exception {
        double kilobytes = connect();
        HttpClient client = vertx.createHttpClient();
        OpenLoop.run(vertx, LIKES_PER_SECOND, options.warmUpSeconds(), (number, due) -> like(client, product + 1));
        Latencies shown = new Latencies((int) (LIKES_PER_SECOND * options.seconds()));
        Frames last = Frames.watch(vertx, port, product, shown).await();
        TimeUnit.SECONDS.sleep(2);
        Deliveries deliveries =
                deliveries(() -> OpenLoop.run(vertx, LIKES_PER_SECOND, options.seconds(), (number, due) -> {
                    last.sent(product, due);
                    return like(client, product);
                }));
        print(kilobytes, deliveries, shown.cells());
    }

    private record Deliveries(double perSecond, double microsForOne) {}

    private interface Work {
        void run() throws Exception;
    }

    private Deliveries deliveries(Work work) throws Exception {
        long before = frames.sum();
        Duration cpu = program.cpu();
        long begin = System.nanoTime();
        work.run();
        TimeUnit.MILLISECONDS.sleep(500);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double delivered = frames.sum() - before;
        return new Deliveries(delivered / seconds, program.cpu().minus(cpu).toNanos() / 1e3 / delivered);
    }

    private void print(double kilobytes, Deliveries deliveries, String latencies) {
        vertx.close().await();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %.1f µs | %.1f KB | %s%n",
                sockets,
                name,
                deliveries.perSecond(),
                deliveries.microsForOne(),
                kilobytes,
                latencies);
    }

    private Future<?> like(HttpClient client, int liked) {
        return client.request(HttpMethod.POST, port, HOST, "/api/products/" + liked + "/like")
                .compose(request -> request.send())
                .compose(HttpClientResponse::end);
    }

    /** What each costs the program, in KB. */
    private double connect() throws Exception {
        long before = program.memory();
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(sockets));
        for (int i = 0; i < sockets; i += AT_ONCE) {
            Future.all(IntStream.range(0, AT_ONCE)
                            .mapToObj(n -> client.connect(port, HOST, "/eventbus/websocket")
                                    .onSuccess(this::watch))
                            .toList())
                    .await(30, TimeUnit.SECONDS);
        }
        return (program.memory() - before) * 1024.0 / sockets;
    }

    private void watch(WebSocket socket) {
        socket.handler(frame -> frames.increment());
        socket.write(Buffer.buffer("{\"type\":\"register\",\"address\":\"likes." + product + "\"}"));
    }
}
