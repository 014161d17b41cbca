package io.likewire.system.rig.faults;

import io.likewire.servers.ServerStartException;
import io.likewire.system.rig.report.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets faults happen, each victim in a thread of its own, and is the supervisor that starts again what ended by
 * itself.
 */
public final class Chaos implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chaos.class);
    private static final int MOST_STARTS = 3;
    private static final Duration LONGEST_RESTART = Duration.ofMinutes(3);
    private static final long SUPERVISION_MILLIS = 300;

    private final Map<String, Victim> victims = new HashMap<>();
    private final Map<String, ScheduledExecutorService> threads = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Timeline timeline;

    public Chaos(List<Victim> victims, Timeline timeline) {
        this.timeline = timeline;
        for (Victim victim : victims) {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
            this.victims.put(victim.name(), victim);
            threads.put(victim.name(), thread);
            thread.scheduleWithFixedDelay(
                    () -> supervise(victim), SUPERVISION_MILLIS, SUPERVISION_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Returns when all of them are over and what they ended is started again, healthy or not. */
    public void run(List<Fault> faults) {
        List<Future<?>> running = new ArrayList<>();
        for (Fault fault : faults) {
            running.add(threads.get(fault.victim())
                    .schedule(() -> happen(fault), fault.at().toMillis(), TimeUnit.MILLISECONDS));
        }
        running.forEach(Chaos::await);
    }

    private void happen(Fault fault) {
        Victim victim = victims.get(fault.victim());
        Timeline.Span span = timeline.begin(victim.name(), fault.kind().name());
        try {
            fault.kind().begin(victim);
            // the victim's own thread, so that nobody starts it meanwhile
            closed.await(fault.hold().toMillis(), TimeUnit.MILLISECONDS);
            end(fault, victim);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            span.end();
        }
    }

    /** A server that was killed while it wrote may need a second start; whoever runs one has a supervisor for that. */
    private void end(Fault fault, Victim victim) {
        for (int start = 1; start < MOST_STARTS; start++) {
            try {
                fault.kind().end(victim);
                return;
            } catch (ServerStartException e) {
                timeline.note(victim.name(), "did not start, started again");
                LOG.warn("{} did not start: {}", victim.name(), e.getMessage());
            }
        }
        fault.kind().end(victim);
    }

    private void supervise(Victim victim) {
        if (!victim.isAlive()) {
            timeline.note(victim.name(), "ended by itself, started again");
            victim.start();
        }
    }

    private static void await(Future<?> fault) {
        try {
            fault.get(LONGEST_RESTART.toSeconds() * 10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("A fault went wrong", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        threads.values().forEach(ScheduledExecutorService::shutdownNow);
    }
}
