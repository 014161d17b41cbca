package io.likewire.gateway.edge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Waits for the first line that begins so. */
record FirstLine(String start, CompletableFuture<String> found) implements Subscriber<String> {
    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(start)) {
            found.complete(line);
        }
    }

    @Override
    public void onError(Throwable failure) {
        found.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        found.completeExceptionally(new IllegalStateException("It ended"));
    }
}
