package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.access.Trusted;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** {@code /.well-known/jwks.json}. */
record KeysResource(Trusted trusted) {
    private static final CharSequence SHORTLY = HttpHeaders.createOptimized("public, max-age=10");

    void get(RoutingContext context) {
        if (!trusted.isReady()) {
            throw new Refusal(ProblemType.UNAVAILABLE, "The keys are not known yet");
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, SHORTLY);
        Replies.json(context, trusted.keys().toBuffer());
    }
}
