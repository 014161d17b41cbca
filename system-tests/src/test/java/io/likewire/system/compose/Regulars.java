package io.likewire.system.compose;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Visitors who like a product and look at it, again and again, within the limits for one address. */
final class Regulars implements AutoCloseable {
    private static final int VISITORS = 12;
    private static final int EVERY_MS = 1_000;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(VISITORS);
    private final AtomicInteger good = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Set<Visitor> fans = ConcurrentHashMap.newKeySet();
    private final long product;

    private Regulars(long product) {
        this.product = product;
    }

    static Regulars come(Rest rest, long product) {
        Regulars regulars = new Regulars(product);
        List<Visitor> visitors =
                IntStream.range(0, VISITORS).mapToObj(i -> rest.newVisitor()).toList();
        for (int i = 0; i < VISITORS; i++) {
            Visitor visitor = visitors.get(i);
            int begin = i * EVERY_MS / VISITORS;
            regulars.clock.scheduleAtFixedRate(() -> regulars.visit(visitor), begin, EVERY_MS, TimeUnit.MILLISECONDS);
        }
        return regulars;
    }

    private void visit(Visitor visitor) {
        if (send(visitor, "PUT", "/api/products/" + product + "/like")) {
            fans.add(visitor);
        }
        send(visitor, "GET", "/api/products/" + product);
    }

    private boolean send(Visitor visitor, String method, String path) {
        try {
            var reply = visitor.rest().send(method, path, null);
            if (reply.status() == 200) {
                good.incrementAndGet();
                return true;
            }
            failures.add(Instant.now() + " " + method + " " + reply.status() + " " + reply.text());
        } catch (RuntimeException failure) {
            failures.add(Instant.now() + " " + method + " " + failure);
        }
        return false;
    }

    int good() {
        return good.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** From now on failures count: everybody has been answered once, and the nodes are warm. */
    void settle() {
        await("an answer for everybody").until(() -> fans.size() == VISITORS);
        failures.clear();
    }

    int fans() {
        return fans.size();
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Some answers never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
