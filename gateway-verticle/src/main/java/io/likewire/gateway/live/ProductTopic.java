package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.gateway.edge.ClientAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One product that somebody watches: its newest count, and who gets it. */
final class ProductTopic implements Topic {
    private final long productId;
    private final ClientAddress client;
    private final ProductTopics owner;
    private final Timers timers;
    private final FrameThrottle frameThrottle;
    private final Set<SocketSession> sessions = new HashSet<>();
    private final Set<SocketSession> newcomers = new HashSet<>();
    private LikeCount newest;
    private Frame frame;
    private long confirmedAt;

    ProductTopic(long productId, ClientAddress client, ProductTopics owner, Timers timers, Duration gap) {
        this.productId = productId;
        this.client = client;
        this.owner = owner;
        this.timers = timers;
        this.frameThrottle = new FrameThrottle(timers, gap, this::tellEveryone);
    }

    long productId() {
        return productId;
    }

    /** Who was the first to watch it. */
    ClientAddress client() {
        return client;
    }

    /** How long ago the likes side told this count when asked. */
    Duration age() {
        return newest == null ? Duration.ofDays(1) : Duration.ofMillis(timers.now() - confirmedAt);
    }

    @Override
    public Frame frame() {
        if (frame == null && newest != null) {
            frame = Frame.of(newest);
        }
        return frame;
    }

    @Override
    public void add(SocketSession session) {
        sessions.add(session);
        newcomers.add(session);
        owner.joined(this);
    }

    @Override
    public void remove(SocketSession session) {
        sessions.remove(session);
        newcomers.remove(session);
        if (sessions.isEmpty()) {
            owner.abandoned(this);
        }
    }

    /** A count from anywhere; ignored unless newer. */
    void offer(LikeCount count) {
        if (newest != null && count.version() <= newest.version()) {
            return;
        }
        newest = count;
        frame = null;
        frameThrottle.request();
    }

    /** The likes side's answer to a question. */
    void confirm(LikeCount count) {
        confirmedAt = timers.now();
        offer(count);
        greet();
    }

    /** Tells the newcomers, and only them, what is known. */
    void greet() {
        if (!newcomers.isEmpty()) {
            frameThrottle.rest();
            tell(newcomers);
        }
    }

    private void tellEveryone() {
        tell(sessions);
    }

    private void tell(Set<SocketSession> listeners) {
        Frame news = frame();
        List<SocketSession> told = List.copyOf(listeners);
        newcomers.clear();
        told.forEach(session -> session.deliver(this, news));
    }
}
