package io.likewire.gateway.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes when a test says so. */
final class ManualTimers implements Timers {
    private record Timer(long due, long order, Runnable action) {}

    private final Queue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long now = 1_000;
    private long order;

    @Override
    public long now() {
        return now;
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        Timer timer = new Timer(now + delay.toMillis(), order++, action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public void soon(Runnable action) {
        after(Duration.ZERO, action);
    }

    void advance(long ms) {
        long end = now + ms;
        while (!timers.isEmpty() && timers.peek().due <= end) {
            Timer next = timers.remove();
            now = next.due;
            next.action.run();
        }
        now = end;
    }
}
