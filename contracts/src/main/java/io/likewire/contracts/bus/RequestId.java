package io.likewire.contracts.bus;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.AccessMode;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.function.Supplier;

/**
 * Names one HTTP request in its answer, on the bus and in logs. It belongs to the Vert.x context of the request, or of
 * the bus message that asks on its behalf, and so follows futures without being handed on. Vert.x loads this class as a
 * service before it makes its first context.
 */
public final class RequestId implements VertxServiceProvider {
    private static final ContextLocal<String> CURRENT = ContextLocal.registerLocal(String.class);
    private static final String HEADER = "request-id";

    @Override
    public void init(VertxBootstrap builder) {
        // the local is registered with the class
    }

    /** The request on whose behalf this runs; null for work of our own. */
    public static String current() {
        Context context = Vertx.currentContext();
        return context == null ? null : CURRENT.get(context, AccessMode.CONCURRENT);
    }

    /** What runs in the current context from now on is done for this request. */
    public static void enter(String id) {
        Context context = Vertx.currentContext();
        if (context != null && id != null) {
            CURRENT.put(context, AccessMode.CONCURRENT, id);
        }
    }

    /** Runs something in a context of its own, for a request. */
    public static <T> T on(Vertx vertx, String id, Supplier<T> work) {
        ContextInternal own = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
        ContextInternal before = own.beginDispatch();
        try {
            enter(id);
            return work.get();
        } finally {
            own.endDispatch(before);
        }
    }

    static void writeTo(MultiMap headers) {
        String id = current();
        if (id != null) {
            headers.set(HEADER, id);
        }
    }

    static String readFrom(MultiMap headers) {
        return headers.get(HEADER);
    }
}
