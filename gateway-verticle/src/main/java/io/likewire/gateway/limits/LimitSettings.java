package io.likewire.gateway.limits;

import io.likewire.platform.config.Environment;

/**
 * How much is too much, each in a minute.
 *
 * @param requestsPerMinute of any kind, for each client address
 * @param writesPerMinute those that may change something, for each client address
 * @param likesPerMinute likes given and taken back, for each identity
 * @param visitorsPerMinute new identities, for each client address
 * @param loginsPerMinute logins and changes of passwords, for each client address
 * @param registrationsPerMinute new accounts, for each client address
 */
public record LimitSettings(
        int requestsPerMinute,
        int writesPerMinute,
        int likesPerMinute,
        int visitorsPerMinute,
        int loginsPerMinute,
        int registrationsPerMinute) {
    private static final int MOST = 100_000_000;

    public static LimitSettings from(Environment environment) {
        return new LimitSettings(
                environment.number("REQUESTS_PER_MINUTE", 6_000, 1, MOST),
                environment.number("WRITES_PER_MINUTE", 1_200, 1, MOST),
                environment.number("LIKES_PER_MINUTE", 300, 1, MOST),
                environment.number("VISITORS_PER_MINUTE", 60, 1, 1_000_000),
                environment.number("LOGINS_PER_MINUTE", 30, 1, 1_000_000),
                environment.number("REGISTRATIONS_PER_MINUTE", 10, 1, 1_000_000));
    }
}
