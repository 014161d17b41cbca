package io.likewire.system.rig;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** New visitors who like one of some products, one after the other in each of some threads, until told to stop. */
public final class Load implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final ExecutorService threads;
    private final Rest rest;
    private final List<Long> products;
    private volatile boolean stopped;

    private Load(Rest rest, int threads, List<Long> products) {
        this.rest = rest;
        this.products = products;
        this.threads = Executors.newFixedThreadPool(threads);
    }

    public static Load start(Rest rest, int threads, List<Long> products) {
        Load load = new Load(rest, threads, products);
        for (int i = 0; i < threads; i++) {
            load.threads.execute(load::run);
        }
        return load;
    }

    private void run() {
        while (!stopped) {
            Visitor visitor = rest.newVisitor();
            long product = products.get(ThreadLocalRandom.current().nextInt(products.size()));
            long start = System.nanoTime();
            ledger.add(new Ledger.Entry(visitor.id(), product, status(visitor, product), start, System.nanoTime()));
        }
    }

    private static int status(Visitor visitor, long product) {
        try {
            return visitor.like(product).status();
        } catch (UncheckedIOException noAnswer) {
            return Ledger.NONE;
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Waits for the answers under way. */
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
    }
}
