package io.likewire.system.tutorial;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Reply;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Likes one after the other, all the time, at a door that can be exchanged; and a ledger of what was accepted. */
final class Liking implements AutoCloseable {
    private final AtomicReference<Supplier<Reply>> door;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final Thread thread = new Thread(this::go, "liking");
    private volatile boolean ended;

    /** @param door answers 200 when a like is accepted */
    Liking(Supplier<Reply> door) {
        this.door = new AtomicReference<>(door);
        thread.start();
    }

    private void go() {
        while (!ended) {
            try {
                if (door.get().get().status() == 200) {
                    accepted.incrementAndGet();
                }
            } catch (UncheckedIOException cut) {
                unknown.incrementAndGet();
            }
        }
    }

    void at(Supplier<Reply> otherDoor) {
        door.set(otherDoor);
    }

    void awaitMore(int likes) {
        int before = accepted.get();
        await("likes").until(() -> accepted.get() >= before + likes);
    }

    int accepted() {
        return accepted.get();
    }

    /** Requests that were cut off: each may have counted or not. */
    int unknown() {
        return unknown.get();
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
