package io.likewire.gateway.live;

import io.likewire.gateway.edge.ClientAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One socket: what it is subscribed to, and what waits for it while it is slow. Only the event that a topic has news
 * waits, never a frame: so a slow socket costs no more than its subscriptions, and what it gets at last is the newest.
 */
final class SocketSession {
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int GOING_AWAY = 1001;
    private static final int TOO_BIG = 1009;

    private final FrameSink frameSink;
    private final ClientAddress client;
    private final Timers timers;
    private final Duration slowness;
    private final PushMetrics metrics;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Set<Topic> news = new LinkedHashSet<>();
    private boolean stalled;
    private int stalls;
    private boolean closed;

    SocketSession(FrameSink frameSink, ClientAddress client, Timers timers, Duration slowness, PushMetrics metrics) {
        this.frameSink = frameSink;
        this.client = client;
        this.timers = timers;
        this.slowness = slowness;
        this.metrics = metrics;
        metrics.sockets().incrementAndGet();
    }

    ClientAddress client() {
        return client;
    }

    int subscriptions() {
        return topics.size();
    }

    boolean subscribed(String address) {
        return topics.containsKey(address);
    }

    void subscribe(String address, Topic topic) {
        if (closed) {
            return;
        }
        topics.put(address, topic);
        topic.add(this);
    }

    void unsubscribe(String address) {
        Topic topic = topics.remove(address);
        if (topic != null) {
            news.remove(topic);
            topic.remove(this);
        }
    }

    /** News of a topic. When they have to wait, the topic's state of then is sent instead. */
    void deliver(Topic topic, Frame frame) {
        if (closed) {
            return;
        }
        if (stalled || frameSink.full()) {
            metrics.conflated().increment();
            news.add(topic);
            stall();
            return;
        }
        write(frame);
    }

    /** An answer to something the socket sent. One that doesn't read gets none. */
    void reply(Frame frame) {
        if (closed) {
            return;
        }
        if (stalled || frameSink.full()) {
            stall();
            return;
        }
        write(frame);
    }

    boolean isOpen() {
        return !closed;
    }

    void closed() {
        if (closed) {
            return;
        }
        closed = true;
        metrics.sockets().decrementAndGet();
        topics.values().forEach(topic -> topic.remove(this));
        topics.clear();
        news.clear();
    }

    void leave() {
        close(GOING_AWAY, "This gateway leaves");
    }

    /** Its connection broke, or it began a message without end, which leaves the connection as it is. */
    void unreadable(Throwable failure) {
        close(TOO_BIG, "Unreadable");
    }

    private void write(Frame frame) {
        if (frame != null) {
            metrics.frames().increment();
            frameSink.write(frame);
            if (frameSink.full()) {
                stall();
            }
        }
    }

    private void stall() {
        if (stalled) {
            return;
        }
        stalled = true;
        int stall = ++stalls;
        frameSink.whenDrained(this::drained);
        timers.after(slowness, () -> closeIfStill(stall));
    }

    private void drained() {
        stalled = false;
        List<Topic> waiting = new ArrayList<>(news);
        news.clear();
        waiting.forEach(topic -> deliver(topic, topic.frame()));
    }

    private void closeIfStill(int stall) {
        if (!closed && stalled && stalls == stall) {
            metrics.closedSlow().increment();
            close(TRY_AGAIN_LATER, "Too slow");
        }
    }

    private void close(int code, String reason) {
        closed();
        frameSink.close(code, reason);
    }
}
