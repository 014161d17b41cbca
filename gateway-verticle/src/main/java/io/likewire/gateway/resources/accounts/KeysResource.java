package io.likewire.gateway.resources.accounts;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.identity.TrustedKeys;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** {@code /.well-known/jwks.json}. */
public record KeysResource(TrustedKeys trusted) {
    private static final CharSequence SHORTLY = HttpHeaders.createOptimized("public, max-age=10");

    public void get(RoutingContext context) {
        if (!trusted.isReady()) {
            throw new Refusal(ProblemType.UNAVAILABLE, "The keys are not known yet");
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, SHORTLY);
        ResponseWriter.json(context, trusted.keys());
    }
}
