package io.likewire.cli.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one server; every answer is whole within the deadline. */
public final class Http {
    private final HttpClient client;
    private final URI base;
    private final Duration deadline;

    public Http(URI base, Duration deadline) {
        this.base = base;
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(deadline)
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
        String root = base.toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + ask.path()));
        ask.headers().forEach(request::setHeader);
        if (ask.body() == null) {
            return request.method(ask.method(), BodyPublishers.noBody()).build();
        }
        return request.setHeader("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(ask.body().toString()))
                .build();
    }
}
