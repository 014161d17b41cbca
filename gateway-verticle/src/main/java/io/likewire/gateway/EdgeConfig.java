package io.likewire.gateway;

import io.likewire.gateway.http.Cors;
import io.likewire.gateway.http.Deadlines;
import io.likewire.gateway.http.Tls;
import io.likewire.gateway.input.Proxies;
import io.likewire.gateway.limits.LimitSettings;
import io.likewire.gateway.limits.Limits;
import io.likewire.platform.config.Environment;
import java.util.Optional;

/**
 * How the gateway meets strangers.
 *
 * @param deadlines how long they may take
 */
public record EdgeConfig(LimitSettings limits, Proxies proxies, Cors cors, Optional<Tls> tls, Deadlines deadlines) {
    public static EdgeConfig from(Environment environment) {
        return new EdgeConfig(
                LimitSettings.from(environment),
                Proxies.from(environment),
                Cors.from(environment),
                Tls.from(environment),
                Deadlines.DEFAULT);
    }

    public EdgeConfig with(Deadlines others) {
        return new EdgeConfig(limits, proxies, cors, tls, others);
    }

    Limits newLimits() {
        return new Limits(limits, proxies);
    }
}
