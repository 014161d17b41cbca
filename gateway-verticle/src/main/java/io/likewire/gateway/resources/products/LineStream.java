package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductLines;
import io.likewire.gateway.edge.ConnectionPipeline;
import io.likewire.gateway.edge.Gzip;
import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.function.LongFunction;

/**
 * Sends pages one after the other: the next one is asked for when the client has taken the last one. What fails for a
 * moment is asked again; the stream ends unfinished, which the client sees, when that does not help.
 */
final class LineStream {
    static final CharSequence TYPE = HttpHeaders.createOptimized("application/x-ndjson");
    private static final Backoff AGAIN = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    private static final int MOST_TRIES = 4;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final LongFunction<Future<ProductLines>> pages;
    private final Gzip gzip;
    private final Promise<Void> done = Promise.promise();

    /**
     * @param gzip null: as they are
     * @param pages the page behind an id
     */
    LineStream(Vertx vertx, HttpServerResponse response, Gzip gzip, LongFunction<Future<ProductLines>> pages) {
        this.vertx = vertx;
        this.response = response;
        this.gzip = gzip;
        this.pages = pages;
    }

    /** A client that only reads is silent, and no idler; one that stops reading is found by the stream itself. */
    static void keepOpen(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            ConnectionPipeline.listensOnly(request.connection());
        }
    }

    /** Completes when the response has ended, or nobody reads it. */
    Future<Void> run(long afterId) {
        response.closeHandler(closed -> done.tryComplete());
        ask(afterId, 1);
        return done.future();
    }

    private void ask(long afterId, int attempt) {
        if (response.closed()) {
            return;
        }
        pages.apply(afterId).onComplete(this::send, failure -> {
            if (response.headWritten() && attempt < MOST_TRIES && isTemporary(failure)) {
                vertx.setTimer(AGAIN.delay(attempt - 1).toMillis(), timer -> ask(afterId, attempt + 1));
            } else {
                done.tryFail(failure);
            }
        });
    }

    private void send(ProductLines page) {
        if (response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            response.setChunked(true);
        }
        if (page.lastId() == null) {
            response.write(gzip == null ? page.json() : gzip.last(page.json()));
            response.end().onComplete(ended -> done.tryComplete());
            return;
        }
        response.write(gzip == null ? page.json() : gzip.next(page.json()));
        if (response.writeQueueFull()) {
            awaitRoom(page.lastId());
        } else {
            ask(page.lastId(), 1);
        }
    }

    private void awaitRoom(long afterId) {
        response.drainHandler(room -> {
            response.drainHandler(null);
            ask(afterId, 1);
        });
    }

    private static boolean isTemporary(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type().temporary();
    }
}
