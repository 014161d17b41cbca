package io.likewire.platform.delivery;

import io.likewire.platform.broker.BrokerTls;
import io.likewire.platform.config.Environment;
import io.likewire.platform.tls.Authority;
import java.net.URI;

/**
 * Where events go, and how many may wait.
 *
 * @param broker {@code AMQP_URI}
 * @param outboxLimit {@code OUTBOX_LIMIT}: rows beyond which a service takes no more changes
 */
public record EventPipelineOptions(URI broker, int outboxLimit) {
    private static final int MOST_ROWS = 1_000_000;

    public static EventPipelineOptions from(Environment environment) {
        return new EventPipelineOptions(
                broker(environment), environment.number("OUTBOX_LIMIT", MOST_ROWS, 1, 1_000_000_000));
    }

    /** For a service whose waiting events have a bound of their own. */
    public static EventPipelineOptions unlimited(Environment environment) {
        return new EventPipelineOptions(broker(environment), Integer.MAX_VALUE);
    }

    private static URI broker(Environment environment) {
        URI broker = environment.amqpUri("AMQP_URI");
        return Authority.from(environment, "AMQP_CA_FILE")
                .map(file -> BrokerTls.with(broker, file))
                .orElse(broker);
    }
}
