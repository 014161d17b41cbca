package io.likewire.gateway.resources;

import static java.util.Map.entry;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests of an operation may run at once, from their head to the end of their answer, where bodies or answers are
 * large, or no bulkhead stands before the calls. The next one is refused at once. Exports have a bound of their own, streams
 * share that of the sockets.
 */
final class RouteLimits {
    private static final Map<ApiOperation, Integer> AT_ONCE = new EnumMap<>(Map.ofEntries(
            entry(ApiOperation.LIST_PRODUCTS, 128),
            entry(ApiOperation.CREATE_PRODUCTS, 4),
            entry(ApiOperation.QUERY_LIKES, 256),
            entry(ApiOperation.LIST_MY_LIKES, 128),
            entry(ApiOperation.GET_HEALTH, 32),
            entry(ApiOperation.LIST_MESSAGES, 8),
            entry(ApiOperation.REPLAY_MESSAGES, 2),
            entry(ApiOperation.DROP_MESSAGES, 2)));

    private RouteLimits() {}

    static void apply(Map<ApiOperation, Handler<RoutingContext>> handlers) {
        AT_ONCE.forEach((operation, most) ->
                handlers.computeIfPresent(operation, (known, handler) -> new Bounded(handler, most)));
    }

    /** Runs on one event loop. */
    static final class Bounded implements Handler<RoutingContext> {
        private final Handler<RoutingContext> handler;
        private final int most;
        private int running;

        Bounded(Handler<RoutingContext> handler, int most) {
            this.handler = handler;
            this.most = most;
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
}
