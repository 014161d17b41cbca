package io.likewire.platform;

import io.vertx.core.Future;

/** What may come out of anything that a loop calls. */
public enum Thrown {
    FAILURE,
    EXCEPTION,
    ERROR;

    public <T> Future<T> now() {
        return switch (this) {
            case FAILURE -> Future.failedFuture("failed");
            case EXCEPTION -> throw new IllegalStateException("thrown");
            case ERROR -> throw new StackOverflowError();
        };
    }
}
