package io.likewire.gateway.api;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.ClientQuota;
import io.likewire.gateway.edge.Proxies;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * How many requests of an operation run at once, from their head to the end of their answer, where bodies or answers are
 * large, or no bulkhead stands before the calls. The next one is refused at once. Runs on one event loop.
 */
public final class ConcurrencyLimit implements Handler<RoutingContext> {
    private final int most;
    private final Handler<RoutingContext> handler;
    private int running;

    private ConcurrencyLimit(int most, Handler<RoutingContext> handler) {
        this.most = most;
        this.handler = handler;
    }

    public static Handler<RoutingContext> atMost(int most, Handler<RoutingContext> handler) {
        return new ConcurrencyLimit(most, handler);
    }

    /** Of an operation that anybody may call: a quarter at most for one client address. */
    static Handler<RoutingContext> sharedByClients(int most, Proxies proxies, Handler<RoutingContext> handler) {
        ClientQuota quota = new ClientQuota("request of this kind", most);
        return context -> {
            ClientAddress client = proxies.client(context.request());
            quota.require(client);
            quota.take(client);
            context.addEndHandler(ended -> quota.release(client));
            handler.handle(context);
        };
    }

    @Override
    public void handle(RoutingContext context) {
        if (running >= most) {
            throw new Refusal(ProblemType.OVERLOADED, "Too many requests of this kind run already");
        }
        running++;
        context.addEndHandler(ended -> running--);
        handler.handle(context);
    }
}
