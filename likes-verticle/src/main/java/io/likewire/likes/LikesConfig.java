package io.likewire.likes;

import io.likewire.platform.config.Environment;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.delivery.EventPipelineOptions;
import java.time.Duration;

/**
 * Settings of likes-verticle, read once.
 *
 * @param reconcileEvery from the start of one round of comparisons to the next
 */
public record LikesConfig(DatabaseOptions database, EventPipelineOptions events, Duration reconcileEvery) {
    private static final int FIVE_MINUTES_S = 300;
    private static final int A_DAY_S = 86_400;

    public static LikesConfig from(Environment environment) {
        return new LikesConfig(
                DatabaseOptions.from(environment, "LIKES_MYSQL_URI"),
                EventPipelineOptions.unlimited(environment),
                Duration.ofSeconds(environment.number("RECONCILE_EVERY_S", FIVE_MINUTES_S, 1, A_DAY_S)));
    }
}
