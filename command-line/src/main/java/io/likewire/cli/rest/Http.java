package io.likewire.cli.rest;

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
        RequestRetry requestRetry = new RequestRetry();
        while (true) {
            try {
                Response reply = once(ask);
                if (!requestRetry.mayFollow(ask, reply)) {
                    return reply;
                }
            } catch (Unreachable e) {
                if (!e.mayHaveArrived() || !requestRetry.mayFollowSilence(ask)) {
                    throw e;
                }
            }
        }
    }

    /** Whatever comes is an answer. */
    public Response once(Request ask) {
        HttpResponse<String> response = exchange(ask, BodyHandlers.ofString());
        return new Response(response.statusCode(), response.headers(), response.body());
    }

    /**
     * A body that comes piece by piece, asked for as {@link #send} does.
     *
     * @throws ErrorResponse unless the status is 200
     */
    HttpResponse<InputStream> open(Request ask) throws IOException {
        RequestRetry requestRetry = new RequestRetry();
        while (true) {
            try {
                HttpResponse<InputStream> response = exchange(ask, BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    return response;
                }
                Response refused = refusal(response);
                if (!requestRetry.mayFollow(ask, refused)) {
                    throw ErrorResponse.by(refused);
                }
            } catch (Unreachable e) {
                if (!e.mayHaveArrived() || !requestRetry.mayFollowSilence(ask)) {
                    throw e;
                }
            }
        }
    }

    private static Response refusal(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] said = body.readNBytes(1 << 16);
            return new Response(response.statusCode(), response.headers(), new String(said, StandardCharsets.UTF_8));
        }
    }

    /** The deadline is for the head alone, unless the body is read by then. */
    <T> HttpResponse<T> exchange(Request ask, BodyHandler<T> body) {
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
