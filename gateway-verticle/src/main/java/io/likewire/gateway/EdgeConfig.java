package io.likewire.gateway;

import io.likewire.gateway.edge.ClientTimeouts;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.edge.Tls;
import io.likewire.gateway.limits.LimitSettings;
import io.likewire.gateway.limits.Limits;
import io.likewire.platform.config.Environment;
import java.util.Optional;

/**
 * How the gateway meets strangers.
 *
 * @param deadlines how long they may take
 */
public record EdgeConfig(
        LimitSettings limits, Proxies proxies, Cors cors, Optional<Tls> tls, ClientTimeouts deadlines) {
    public static EdgeConfig from(Environment environment) {
        return new EdgeConfig(
                LimitSettings.from(environment),
                Proxies.from(environment),
                Cors.from(environment),
                Tls.from(environment),
                ClientTimeouts.DEFAULT);
    }

    public EdgeConfig with(ClientTimeouts others) {
        return new EdgeConfig(limits, proxies, cors, tls, others);
    }

    Limits newLimits() {
        return new Limits(limits, proxies);
    }
}
