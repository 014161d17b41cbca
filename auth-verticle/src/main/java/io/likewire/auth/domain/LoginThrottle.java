package io.likewire.auth.domain;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** How often a name may be tried, counted for all nodes together. */
public interface LoginThrottle {
    /** One that was taken, to be given back when it was right. */
    record Taken(Buffer budget, long cost) {}

    /**
     * TOO_MANY_REQUESTS when there is none left, with the time until there is one.
     *
     * @param device what the caller got at an earlier login; null without. One of this name has a budget of its own, which
     *     nobody else can use up
     */
    Future<Taken> take(String username, String device);

    /** At most once, whatever becomes of the answer; never fails. */
    Future<Void> giveBack(Taken taken);
}
