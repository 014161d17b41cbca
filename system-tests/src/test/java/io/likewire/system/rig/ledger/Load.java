package io.likewire.system.rig.ledger;

import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Visitor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors who come and go, one after the other in each of some threads, and like what they see. They come on while
 * gateways are down. The same seed makes each thread's visitors want the same.
 */
public final class Load implements AutoCloseable {
    private static final int WISHES_EACH = 3;

    /** So that nodes that start beside the load get a share of the machine. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(Soak.choose(15, 0));

    private static final long PAUSE_AFTER_AN_ERROR = TimeUnit.MILLISECONDS.toNanos(20);

    private final Doors doors;
    private final Habits habits;
    private final Ledger ledger;
    private final ExecutorService threads;
    private volatile boolean stopped;

    private Load(Doors doors, Habits habits, Ledger ledger) {
        this.doors = doors;
        this.habits = habits;
        this.ledger = ledger;
        this.threads = Executors.newFixedThreadPool(habits.threads());
    }

    public static Load start(long seed, List<URI> gateways, Habits habits, Ledger ledger) {
        Load load = new Load(new Doors(gateways), habits, ledger);
        for (int i = 0; i < habits.threads(); i++) {
            Random random = new Random(seed + i);
            load.threads.execute(() -> load.run(random));
        }
        load.threads.shutdown();
        return load;
    }

    public Tally tally() {
        return ledger.tally();
    }

    private void run(Random random) {
        while (!stopped) {
            try {
                visit(newVisitor(), random);
            } catch (UncheckedIOException | IllegalStateException nobodyIntroducesVisitors) {
                LockSupport.parkNanos(PAUSE_AFTER_AN_ERROR);
            }
        }
    }

    private Visitor newVisitor() {
        Visitor[] visitor = new Visitor[1];
        doors.knock(gateway -> {
            visitor[0] = gateway.newVisitor();
            return null;
        });
        return visitor[0];
    }

    private void visit(Visitor visitor, Random random) {
        for (int i = 0; i < WISHES_EACH && !stopped; i++) {
            LockSupport.parkNanos(LOOK);
            long product = habits.product(random);
            Wish wish = habits.wish(random);
            ask(visitor, wish, product);
            if (habits.isImpatient(random)) {
                ask(visitor, wish, product);
            }
            if (habits.isCurious(random)) {
                ask(visitor, Wish.READ, product);
            }
        }
    }

    private void ask(Visitor visitor, Wish wish, long product) {
        Outcome outcome = ledger.enter(
                wish, visitor.id(), product, () -> doors.knock(gateway -> send(visitor, gateway, wish, product)));
        if (outcome == Outcome.UNKNOWN) {
            LockSupport.parkNanos(PAUSE_AFTER_AN_ERROR);
        }
    }

    private static Reply send(Visitor visitor, Rest gateway, Wish wish, long product) {
        return switch (wish) {
            case LIKE -> visitor.at(gateway).like(product);
            case UNLIKE -> visitor.at(gateway).unlike(product);
            case READ -> gateway.get("/api/products/" + product);
        };
    }

    /** Nobody comes any more; the last answers are waited for. */
    @Override
    public void close() {
        stopped = true;
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Expected all answers within 60 s, but some never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
