package io.likewire.system.rig;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A client that sends one request again and again, with one idempotency key. */
public final class SameKey {
    private static final Set<Integer> LATER = Set.of(409, 503);

    private SameKey() {}

    /** As many times at once; whoever is told to come back later does. */
    public static List<Reply> send(int times, Function<String, Reply> request) throws Exception {
        String key = UUID.randomUUID().toString();
        return AtOnce.send(Collections.nCopies(times, () -> insist(key, request)));
    }

    /** Sends it until the answer is no "come back later". */
    public static Reply insist(String key, Function<String, Reply> request) {
        return Patience.await("an answer")
                .pollDelay(Duration.ZERO)
                .until(() -> request.apply(key), reply -> !LATER.contains(reply.status()));
    }

    /** What says that an answer is the one of an earlier request. */
    public static boolean isReplay(Reply reply) {
        return "true".equals(reply.header("Idempotency-Replayed"));
    }
}
