package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * How many of something scarce may be held at once: by all clients together, and a quarter of that by one client address. This
 * machine's own programs are bounded together only. Runs on one event loop.
 */
public final class ClientQuota {
    private static final int SHARES = 4;
    private final String what;
    private final int all;
    private final int each;
    private final Map<String, Integer> heldBy = new HashMap<>();
    private int held;

    /** @param what is held, in the singular, for the sentence of a refusal */
    public ClientQuota(String what, int all) {
        this.what = what;
        this.all = all;
        this.each = Math.max(1, all / SHARES);
    }

    /** @throws Refusal when no more can be held, or not by this client */
    public void require(ClientAddress client) {
        if (isFull(1)) {
            throw new Refusal(ProblemType.OVERLOADED, "There is no room for another " + what + " here");
        }
        if (!hasRoom(client, 1)) {
            throw new Refusal(
                    ProblemType.TOO_MANY_REQUESTS, "This address holds as many as one may: " + what + "s, " + each);
        }
    }

    /** Whether so many more are too many for all clients together. */
    boolean isFull(int more) {
        return held + more > all;
    }

    /** Whether this client may hold so many more. */
    public boolean hasRoom(ClientAddress client, int more) {
        return !isFull(more) && (client.isLoopback() || heldBy.getOrDefault(client.network(), 0) + more <= each);
    }

    /** One more is held; {@link #release(ClientAddress)} has to follow. */
    public void take(ClientAddress client) {
        take(client, 1);
    }

    public void release(ClientAddress client) {
        release(client, 1);
    }

    void take(ClientAddress client, int more) {
        held += more;
        heldBy.merge(client.network(), more, Integer::sum);
    }

    void release(ClientAddress client, int fewer) {
        held -= fewer;
        heldBy.computeIfPresent(client.network(), (network, count) -> count == fewer ? null : count - fewer);
    }
}
