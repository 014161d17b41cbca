package io.likewire.system.contract;

import io.likewire.system.rig.LocalCertificate;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends what is written for HTTP/1.1 over HTTP/2: all requests share one connection. What belongs to a connection of HTTP/1.1 is
 * left out, and so are headers that HTTP/2 has no form for.
 */
final class OverHttp2 {
    /** A gateway says at the start what it takes, so a client does not even send more. */
    private static final int HEADERS_MAX = 7_000;

    private static final int PATIENCE_S = 30;
    private static final Set<String> OF_HTTP_1 = Set.of("host", "transfer-encoding", "connection");
    private static final HttpClient CLIENT = Vertx.vertx().createHttpClient(LocalCertificate.http2());

    private OverHttp2() {}

    static RawAnswer send(RawRequest request, URI gateway) {
        Future<RawAnswer> answer = CLIENT.request(
                        HttpMethod.valueOf(request.method()), gateway.getPort(), gateway.getHost(), request.target())
                .compose(stream -> send(request, stream));
        try {
            return answer.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException(request.toString(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Future<RawAnswer> send(RawRequest request, HttpClientRequest stream) {
        request.headers().forEach(header -> put(stream, header.getKey(), header.getValue()));
        Future<RawAnswer> answer = stream.response().compose(OverHttp2::read);
        if (request.isChunked()) {
            stream.setChunked(true);
            stream.write(Buffer.buffer(request.body()));
            stream.end();
        } else if (request.body().length > 0) {
            stream.end(Buffer.buffer(request.body()));
        } else {
            stream.end();
        }
        return answer;
    }

    private static void put(HttpClientRequest stream, String name, String value) {
        boolean tooLarge = name.length() + value.length() > HEADERS_MAX;
        if (!tooLarge && !OF_HTTP_1.contains(name.toLowerCase(Locale.ROOT))) {
            try {
                stream.headers().add(name, value);
            } catch (IllegalArgumentException noFormForIt) {
                // as its comment says
            }
        }
    }

    /** Of a stream of events only the head is awaited. */
    private static Future<RawAnswer> read(HttpClientResponse answer) {
        HttpHeaders headers = new DefaultHttpHeaders();
        answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        if ("text/event-stream".equals(answer.getHeader("content-type"))) {
            answer.exceptionHandler(reset -> {});
            answer.request().reset();
            return Future.succeededFuture(new RawAnswer(answer.statusCode(), headers, ""));
        }
        return answer.body().map(body -> new RawAnswer(answer.statusCode(), headers, body.toString()));
    }
}
