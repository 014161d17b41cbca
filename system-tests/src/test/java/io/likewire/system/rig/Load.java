package io.likewire.system.rig;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** New visitors who like one of some products and look at it, one after the other in each of some threads. */
public final class Load {
    private final Ledger ledger = new Ledger();
    private final Rest rest;
    private final List<Long> products;
    private volatile boolean stopped;

    private Load(Rest rest, List<Long> products) {
        this.rest = rest;
        this.products = products;
    }

    /** Runs as long as the action does; the last answers are waited for. */
    public static Ledger during(Rest rest, int threads, List<Long> products, Consumer<Ledger> action) {
        Load load = new Load(rest, products);
        ExecutorService visitors = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            visitors.execute(load::run);
        }
        try {
            action.accept(load.ledger);
        } finally {
            load.stopped = true;
            end(visitors);
        }
        return load.ledger;
    }

    private void run() {
        while (!stopped) {
            Visitor visitor = rest.newVisitor();
            long product = products.get(ThreadLocalRandom.current().nextInt(products.size()));
            enter(visitor.id(), product, () -> visitor.like(product));
            enter(null, product, () -> rest.get("/api/products/" + product));
        }
    }

    private void enter(UUID visitor, long product, Supplier<Reply> request) {
        long start = System.nanoTime();
        int status = status(request);
        ledger.add(new Ledger.Entry(visitor, product, status, start, System.nanoTime()));
    }

    private static int status(Supplier<Reply> request) {
        try {
            return request.get().status();
        } catch (UncheckedIOException noAnswer) {
            return Ledger.NONE;
        }
    }

    private static void end(ExecutorService visitors) {
        visitors.shutdown();
        try {
            if (!visitors.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Some answers never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
