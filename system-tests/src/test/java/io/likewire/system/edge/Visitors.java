package io.likewire.system.edge;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Visitors of two gateways who like one product again and again, and look at it in between. */
final class Visitors implements AutoCloseable {
    private static final int THREADS = 8;

    /** So that nodes that start beside the load get a share of the machine. */
    private static final long LOOK_MS = Soak.choose(40, 0);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger good = new AtomicInteger();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Set<Visitor> fans = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Visitor> visitors = new ConcurrentLinkedQueue<>();
    private final List<Caller> callers;
    private final String path;
    private volatile boolean stopped;

    private Visitors(List<URI> gateways, long product) {
        boolean secure = gateways.get(0).getScheme().equals("https");
        this.callers = secure
                ? List.of(new Http2Client(gateways))
                : IntStream.range(0, THREADS)
                        .<Caller>mapToObj(first -> new LeavingClient(gateways, first))
                        .toList();
        this.path = "/api/products/" + product;
    }

    static Visitors come(Rest rest, List<URI> gateways, long product, int number) {
        Visitors visitors = new Visitors(gateways, product);
        for (int i = 0; i < number; i++) {
            visitors.visitors.add(rest.newVisitor());
        }
        for (int i = 0; i < THREADS; i++) {
            Caller caller = visitors.callers.get(i % visitors.callers.size());
            visitors.threads.execute(() -> visitors.run(caller));
        }
        return visitors;
    }

    private void run(Caller client) {
        while (!stopped) {
            Visitor visitor = visitors.poll();
            String token = visitor.token();
            boolean liked = send(client, "PUT", path + "/like", token);
            send(client, "GET", path, token);
            if (liked) {
                fans.add(visitor);
            }
            visitors.add(visitor);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
        }
    }

    private boolean send(Caller client, String method, String target, String token) {
        try {
            int status = client.send(method, target, token);
            if (status == 200) {
                good.incrementAndGet();
                return true;
            }
            fail(method + " " + status);
        } catch (IOException failure) {
            fail(method + " " + failure);
            try {
                client.hangUp();
            } catch (IOException gone) {
                // another one comes
            }
        }
        return false;
    }

    private void fail(String what) {
        failures.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }

    int good() {
        return good.get();
    }

    /** What went wrong, and how often. */
    Map<String, AtomicInteger> failures() {
        return Map.copyOf(failures);
    }

    /** Who got a yes. */
    List<Visitor> fans() {
        return new ArrayList<>(fans);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Some answers never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callers.forEach(Visitors::close);
    }

    private static void close(Caller caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            // as it should be
        }
    }
}
