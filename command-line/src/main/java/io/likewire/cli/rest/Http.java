package io.likewire.cli.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one server; every answer is whole within the deadline. */
public final class Http {
    static {
        // For names that are no hosts to the client.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final HttpClient client;
    private final URI base;
    private final URI root;
    private final Duration deadline;

    public Http(URI base, Duration deadline, ProxySelector proxies) {
        this.base = base;
        this.root = HostName.reachable(base);
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(deadline)
                // By its name, whatever number stands for it.
                .proxy(ProxySelector.of(
                        (InetSocketAddress) proxies.select(base).get(0).address()))
                .build();
    }

    public URI base() {
        return base;
    }

    public Duration deadline() {
        return deadline;
    }

    /** Waits and asks again where the server says when, and where that is harmless. */
    public Response send(Request ask) {
        return response(retried(ask, BodyHandlers.ofString()));
    }

    /** Whatever comes is an answer. */
    public Response once(Request ask) {
        return response(exchange(ask, BodyHandlers.ofString()));
    }

    private static Response response(HttpResponse<String> response) {
        return new Response(response.statusCode(), response.headers(), response.body());
    }

    /**
     * A body that comes piece by piece, asked for as {@link #send} does.
     *
     * @throws ErrorResponse unless the status is 200
     */
    InputStream open(Request ask) throws IOException {
        HttpResponse<InputStream> response = retried(ask, Http::pieces);
        if (response.statusCode() == 200) {
            return response.body();
        }
        String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        throw ErrorResponse.by(new Response(response.statusCode(), response.headers(), text));
    }

    /** A refusal comes whole. */
    private static BodySubscriber<InputStream> pieces(ResponseInfo head) {
        return head.statusCode() == 200
                ? BodySubscribers.ofInputStream()
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);
    }

    private <T> HttpResponse<T> retried(Request ask, BodyHandler<T> body) {
        RequestRetry requestRetry = new RequestRetry();
        while (true) {
            try {
                HttpResponse<T> response = exchange(ask, body);
                if (!requestRetry.mayFollow(ask, response)) {
                    return response;
                }
            } catch (Unreachable e) {
                if (!e.mayHaveArrived() || !requestRetry.mayFollowSilence(ask)) {
                    throw e;
                }
            }
        }
    }

    /** The deadline is for the head alone, unless the body is read by then. */
    private <T> HttpResponse<T> exchange(Request ask, BodyHandler<T> body) {
        CompletableFuture<HttpResponse<T>> coming = client.sendAsync(request(ask), body);
        try {
            return coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            String why = String.format(Locale.ROOT, "no whole answer within %d s", deadline.toSeconds());
            throw new Unreachable(base, why, true);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? Unreachable.at(base, failure)
                    : new ErrorResponse("" + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(base, "interrupted", false);
        }
    }

    private HttpRequest request(Request ask) {
        String start = root.toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(start + ask.path()));
        if (!root.equals(base)) {
            request.setHeader("Host", base.getRawAuthority());
        }
        ask.headers().forEach(request::setHeader);
        BodyPublisher body = ask.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(ask.body());
        return request.method(ask.method(), body).build();
    }
}
