package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every product that changes, the newest first, at most 100 a frame. What doesn't fit waits, conflated. */
final class AllChangesTopic implements Topic {
    private static final int FRAME_MAX = 100;
    private static final int REMEMBERED = 10_000;
    private static final int HEALED = 1_000;
    private static final Comparator<LikeCount> NEWEST_FIRST =
            Comparator.comparingLong(LikeCount::version).reversed();

    private final FrameThrottle frameThrottle;
    private final Set<SocketSession> sessions = new HashSet<>();
    private final RecentCounts recent = new RecentCounts(REMEMBERED);
    private final RecentCounts waiting = new RecentCounts(REMEMBERED);
    private Frame frame;

    AllChangesTopic(Timers timers, Duration gap) {
        this.frameThrottle = new FrameThrottle(timers, gap, this::fanOut);
    }

    /** What changed last, for newcomers and for sockets that were slow. */
    @Override
    public Frame frame() {
        if (frame == null) {
            frame = Frame.feed(newest(recent.values()));
        }
        return frame;
    }

    @Override
    public void add(SocketSession session) {
        sessions.add(session);
        session.deliver(this, frame());
    }

    @Override
    public void remove(SocketSession session) {
        sessions.remove(session);
        if (sessions.isEmpty()) {
            waiting.clear();
            frame = null;
        }
    }

    /** Ids of what somebody was told last, the newest first. */
    List<Long> toldLately() {
        return sessions.isEmpty() ? List.of() : recent.newest(HEALED);
    }

    void offer(LikeCount count) {
        if (!recent.offer(count)) {
            return;
        }
        if (sessions.isEmpty()) {
            frame = null;
            return;
        }
        waiting.offer(count);
        frameThrottle.request();
    }

    private void fanOut() {
        frame = null;
        List<LikeCount> batch = newest(waiting.values());
        if (batch.isEmpty()) {
            return;
        }
        batch.forEach(waiting::remove);
        Frame news = Frame.feed(batch);
        List.copyOf(sessions).forEach(session -> session.deliver(this, news));
        if (!waiting.values().isEmpty()) {
            frameThrottle.request();
        }
    }

    private static List<LikeCount> newest(Collection<LikeCount> counts) {
        return counts.stream().sorted(NEWEST_FIRST).limit(FRAME_MAX).toList();
    }
}
