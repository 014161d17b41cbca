package io.likewire.gateway.resources;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.identity.Principal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * POST requests that a client may send again: {@code Idempotency-Key} in, {@code Idempotency-Replayed} out. An operation
 * gives the key to its call; the service that owns the effect does the rest.
 */
public final class IdempotentRequests {
    private static final CharSequence REPLAYED = HttpHeaders.createOptimized("Idempotency-Replayed");
    private static final CharSequence TRUE = HttpHeaders.createOptimized("true");

    /** In tutorial mode, where all who write products are one caller. */
    private static final String WRITERS = "writers";

    private IdempotentRequests() {}

    /**
     * The key of a request that writes products; null without one.
     *
     * @param meaning what the body says, however it was put: the same form comes with another boundary each time
     */
    public static RequestKey ofWriter(RoutingContext context, Buffer meaning) {
        String key = IdempotencyHeader.of(context.request());
        return key == null ? null : ofWriter(context, key, meaning);
    }

    /** For a part of what a request asks for. */
    public static RequestKey ofWriter(RoutingContext context, String key, Buffer meaning) {
        Principal writer = Principal.of(context);
        String caller = writer == null ? WRITERS : "account " + writer.account();
        return of(context, caller, key, meaning);
    }

    /**
     * @param key null for none
     * @param liker whose key it is; who has no identity would be somebody else each time
     */
    public static RequestKey of(RoutingContext context, String key, Liker liker) {
        if (key == null) {
            return null;
        }
        if (liker == null) {
            throw IdempotencyHeader.refusal("A key needs an identity: get one from POST /api/visitors first.");
        }
        return of(context, liker.toString(), key, Bodies.of(context));
    }

    private static RequestKey of(RoutingContext context, String caller, String key, Buffer body) {
        HttpServerRequest request = context.request();
        return RequestKey.of(caller, key, request.method().name(), request.path(), body);
    }

    public static void mark(RoutingContext context, boolean replayed) {
        if (replayed) {
            context.response().putHeader(REPLAYED, TRUE);
        }
    }
}
