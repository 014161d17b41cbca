package io.likewire.auth.domain;

import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What an operator wants to see of logins and sessions, as numbers. */
public final class AuthMetrics {
    private enum Outcome {
        DONE,
        WRONG,
        LIMITED,
        OVERLOADED,
        FAILED
    }

    private final Map<Outcome, Counter> logins = new EnumMap<>(Outcome.class);
    private final Counter registrations;
    private final Counter refreshes;
    private final Counter reuses;

    public AuthMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            logins.put(
                    outcome,
                    registry.counter(
                            "likewire.logins", "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        }
        registrations = registry.counter("likewire.registrations");
        refreshes = registry.counter("likewire.refreshes");
        reuses = registry.counter("likewire.refresh.reuses");
    }

    void login(AsyncResult<?> result) {
        logins.get(result.succeeded() ? Outcome.DONE : outcome(result.cause())).increment();
    }

    void registered() {
        registrations.increment();
    }

    void refreshed() {
        refreshes.increment();
    }

    void reused() {
        reuses.increment();
    }

    private static Outcome outcome(Throwable failure) {
        if (!(failure instanceof Refusal refusal)) {
            return Outcome.FAILED;
        }
        return switch (refusal.type()) {
            case UNAUTHORIZED -> Outcome.WRONG;
            case TOO_MANY_REQUESTS -> Outcome.LIMITED;
            case OVERLOADED -> Outcome.OVERLOADED;
            default -> Outcome.FAILED;
        };
    }
}
