package io.likewire.cli.rest;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** How often one question is asked again, and how long that may take altogether. */
final class RequestRetry {
    private static final int MOST = 5;
    private static final long LONGEST_S = 30;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private int asked;
    private long waitedS;
    private boolean silent;

    /** Waits as long as the server wants, then says yes; or says no at once. */
    boolean mayFollow(Request request, HttpResponse<?> response) {
        boolean refused = response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() == UNAVAILABLE;
        long pause = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(Long::valueOf)
                .orElse(LONGEST_S + 1);
        if (!refused || !request.isRepeatable() || asked == MOST || waitedS + pause > LONGEST_S) {
            return false;
        }
        asked++;
        waitedS += pause;
        return slept(pause);
    }

    /** Once, for a request that is harmless: the answer was lost, or there was none in time. */
    boolean mayFollowSilence(Request request) {
        boolean first = !silent;
        silent = true;
        return first && request.isRepeatable();
    }

    private static boolean slept(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
