package io.likewire.system.rig;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who looks at some products as the page does: it keeps the highest version, pings, hangs up when nothing is
 * heard, comes back and registers again.
 */
public final class Watcher implements AutoCloseable {
    private static final long TICK_MS = 250;
    private static final long PING_MS = 5_000;
    private static final long SILENCE_MS = 8_000;

    private final List<URI> gateways;
    private final Set<Long> products;
    private final Map<Long, JsonObject> counts = new ConcurrentHashMap<>();
    private final List<String> contradictions = new CopyOnWriteArrayList<>();
    private final List<Duration> healings = new CopyOnWriteArrayList<>();
    private final Set<Long> unheard = new HashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private LiveSocket socket;
    private int dialled;
    private long openedAt;
    private long pingedAt;
    private long heardAt;

    private Watcher(List<URI> gateways, Collection<Long> products) {
        this.gateways = gateways;
        this.products = Set.copyOf(products);
    }

    public static Watcher of(List<URI> gateways, Collection<Long> products) {
        Watcher watcher = new Watcher(gateways, products);
        watcher.clock.scheduleWithFixedDelay(watcher::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
        return watcher;
    }

    private void tick() {
        try {
            if (socket == null || socket.isClosed()) {
                dial();
            } else if (now() - heardAt > SILENCE_MS) {
                socket.close();
                socket = null;
            } else if (now() - pingedAt > PING_MS) {
                pingedAt = now();
                socket.say(new JsonObject().put("type", "ping"));
            }
        } catch (CompletionException notNow) {
            socket = null;
        }
    }

    private void dial() {
        socket = null;
        URI gateway = gateways.get(dialled++ % gateways.size());
        LiveSocket fresh = LiveSocket.opening(gateway, this::hear)
                .orTimeout(2, TimeUnit.SECONDS)
                .join();
        synchronized (this) {
            openedAt = now();
            heardAt = openedAt;
            pingedAt = openedAt;
            unheard.addAll(products);
        }
        products.forEach(fresh::watch);
        socket = fresh;
    }

    private synchronized void hear(JsonObject frame) {
        heardAt = now();
        LiveSocket.countsIn(frame).forEach(this::learn);
    }

    private void learn(JsonObject count) {
        long product = count.getLong("productId");
        counts.merge(product, count, this::newer);
        if (unheard.remove(product) && unheard.isEmpty()) {
            healings.add(Duration.ofMillis(now() - openedAt));
        }
    }

    private JsonObject newer(JsonObject held, JsonObject heard) {
        long difference = heard.getLong("version") - held.getLong("version");
        if (difference == 0 && !heard.getLong("likes").equals(held.getLong("likes"))) {
            contradictions.add("Expected one count for a version, but heard " + held + " and " + heard);
        }
        return difference > 0 ? heard : held;
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    public boolean watches(long product) {
        return products.contains(product);
    }

    /** What it shows; -1 before the first frame. */
    public long shownLikes(long product) {
        JsonObject count = counts.get(product);
        return count == null ? -1 : count.getLong("likes");
    }

    /** Frames that cannot both be true. */
    public List<String> contradictions() {
        return contradictions;
    }

    /** How long it took after each connection until every product had been heard of. */
    public List<Duration> healings() {
        return new ArrayList<>(healings);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (socket != null) {
            socket.close();
        }
    }
}
