package io.likewire.system.edge;

import io.likewire.system.rig.LocalCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As {@link LeavingClient} is, over TLS with HTTP/2: all visitors share one connection, and go to the other gateway when it is
 * told to go away. Repeats nothing.
 */
final class Http2Client implements Caller {
    private static final int PATIENCE_S = 20;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger current = new AtomicInteger();
    private final List<URI> gateways;
    private final HttpClient http;

    Http2Client(List<URI> gateways) {
        this.gateways = gateways;
        this.http = vertx.httpClientBuilder()
                .with(LocalCertificate.http2())
                .with(new PoolOptions().setHttp2MaxSize(1))
                .withConnectHandler(connection -> connection.goAwayHandler(
                        away -> leave(connection.remoteAddress().port())))
                .build();
    }

    private void leave(int port) {
        int now = current.get();
        if (gateways.get(now % gateways.size()).getPort() == port) {
            current.compareAndSet(now, now + 1);
        }
    }

    @Override
    public int send(String method, String path, String token) throws IOException {
        for (int tries = 1; ; tries++) {
            URI gateway = gateways.get(current.get() % gateways.size());
            try {
                return send(gateway, method, path, token);
            } catch (ConnectException refused) {
                leave(gateway.getPort());
                if (tries == gateways.size()) {
                    throw refused;
                }
            }
        }
    }

    private int send(URI gateway, String method, String path, String token) throws IOException {
        try {
            return http.request(HttpMethod.valueOf(method), gateway.getPort(), gateway.getHost(), path)
                    .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                            .send()
                            .compose(response -> response.body().map(body -> response.statusCode())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectException refused ? refused : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The others go on with it. */
    @Override
    public void hangUp() {}

    @Override
    public void close() {
        vertx.close().await();
    }
}
