package io.likewire.system.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Callers that start at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them got, in their order. */
    public static List<Reply> send(List<Supplier<Reply>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Reply>> replies = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.get();
                    }))
                    .toList();
            start.countDown();
            List<Reply> all = new ArrayList<>();
            for (Future<Reply> reply : replies) {
                all.add(reply.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
