package io.likewire.gateway.limits;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.Proxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What one client address, and one identity, may ask for in a minute. This machine is not limited. */
public final class Limits {
    private final Proxies proxies;
    private final RateLimit requests;
    private final RateLimit writes;
    private final RateLimit likes;
    private final RateLimit visitors;
    private final RateLimit logins;
    private final RateLimit registrations;

    public Limits(LimitSettings settings, Proxies proxies) {
        this.proxies = proxies;
        this.requests = new RateLimit("requests", settings.requestsPerMinute(), "Too many requests from this address");
        this.writes = new RateLimit("writes", settings.writesPerMinute(), "Too many changes from this address");
        this.likes = new RateLimit("likes", settings.likesPerMinute(), "You're liking too fast");
        this.visitors =
                new RateLimit("visitors", settings.visitorsPerMinute(), "Too many new visitors from this address");
        this.logins =
                new RateLimit("logins", settings.loginsPerMinute(), "Too many sign-in attempts from this address");
        this.registrations = new RateLimit(
                "registrations", settings.registrationsPerMinute(), "Too many new accounts from this address");
    }

    /** Every request is counted here, before it is routed. @throws Refusal when there were too many */
    public void request(HttpServerRequest request) {
        ClientAddress client = proxies.client(request);
        if (client.isLoopback()) {
            return;
        }
        MultiMap answer = request.response().headers();
        String network = client.network();
        requests.count(network, answer);
        if (changes(request.method())) {
            writes.count(network, answer);
        }
    }

    /** @throws Refusal when the identity has liked and taken back too often */
    public void like(HttpServerRequest request, Liker liker) {
        if (!proxies.client(request).isLoopback()) {
            likes.count(liker.toString(), request.response().headers());
        }
    }

    /** @throws Refusal when the address got too many identities */
    public void newVisitor(HttpServerRequest request) {
        count(request, visitors);
    }

    /** @throws Refusal when the address has sent too many passwords */
    public void login(HttpServerRequest request) {
        count(request, logins);
    }

    /** @throws Refusal when the address got too many accounts */
    public void registration(HttpServerRequest request) {
        count(request, registrations);
    }

    private void count(HttpServerRequest request, RateLimit limit) {
        ClientAddress client = proxies.client(request);
        if (!client.isLoopback()) {
            limit.count(client.network(), request.response().headers());
        }
    }

    private static boolean changes(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }
}
