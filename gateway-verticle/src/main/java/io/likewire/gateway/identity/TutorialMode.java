package io.likewire.gateway.identity;

import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.LoopbackName;
import io.vertx.core.http.HttpServerRequest;

/**
 * Lets this machine change products without an account, for clients that know none. A proxy here speaks for others, and a
 * foreign host name that leads here is a page that tries to pass for local.
 */
record TutorialMode(boolean on) {
    static final String WARNING =
            "TUTORIAL_MODE=true: everybody on this machine may change and delete products, without an account";

    boolean covers(HttpServerRequest request) {
        return on
                && ClientAddress.of(request).isLoopback()
                && LoopbackName.isIn(request)
                && !request.headers().contains("X-Forwarded-For")
                && !request.headers().contains("Forwarded");
    }
}
