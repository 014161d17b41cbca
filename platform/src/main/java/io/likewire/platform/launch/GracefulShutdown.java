package io.likewire.platform.launch;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens at SIGTERM and Ctrl-C: leave in order, but within fifteen seconds. */
public final class GracefulShutdown {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulShutdown.class);
    private static final int LIMIT_S = 15;

    private GracefulShutdown() {}

    public static void onSignal(Supplier<Future<Void>> leave) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(leave), "departure"));
    }

    private static void await(Supplier<Future<Void>> leave) {
        try {
            leave.get().toCompletionStage().toCompletableFuture().get(LIMIT_S, TimeUnit.SECONDS);
            LOG.info("left in order");
        } catch (TimeoutException e) {
            LOG.warn("leaving took more than {} s and is cut short", LIMIT_S);
        } catch (ExecutionException e) {
            LOG.warn("leaving failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
