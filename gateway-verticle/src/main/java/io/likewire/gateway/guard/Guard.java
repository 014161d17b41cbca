package io.likewire.gateway.guard;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Stands before one service: lets only so many calls in at once, and none for a moment when the service answers nobody.
 * Runs on one event loop.
 */
public final class Guard {
    private static final int FAILURES_IN_A_ROW = 10;
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration PROBE = Duration.ofMillis(600);
    private static final int SLOW_SHARE = 4;
    private static final int LONG_AT_ONCE = 4;

    private final String service;
    private final CircuitBreaker breaker;
    private final Bound bound;
    private final Counter shed;
    private final Counter shortCut;
    private int longCalls;

    /**
     * @param patience how long a call may take
     */
    public Guard(Vertx vertx, String service, Room room, Duration patience, Lag lag, MeterRegistry metrics) {
        this.service = service;
        this.bound = new Bound(room, patience.dividedBy(SLOW_SHARE), System::nanoTime, lag::nanos);
        this.breaker = CircuitBreaker.create(service, vertx, options(patience)).failurePolicy(Guard::unanswered);
        this.shed = metrics.counter("likewire.requests.shed", "service", service);
        this.shortCut = metrics.counter("likewire.breaker.refused", "service", service);
        gauge(metrics, "likewire.requests.bound", guard -> guard.bound.limit());
        gauge(metrics, "likewire.requests.running", guard -> guard.bound.running());
        gauge(metrics, "likewire.breaker.open", Guard::openness);
    }

    // One success resets the count: a node that is gone among others that answer must not close the door to all.
    private static CircuitBreakerOptions options(Duration patience) {
        return new CircuitBreakerOptions()
                .setMaxFailures(FAILURES_IN_A_ROW)
                .setFailuresRollingWindow(2 * Math.max(1_000, patience.toMillis()))
                .setTimeout(-1)
                .setResetTimeout(REST.toMillis())
                .setNotificationAddress(null);
    }

    private void gauge(MeterRegistry metrics, String name, ToDoubleFunction<Guard> value) {
        Gauge.builder(name, this, value)
                .tag("service", service)
                .strongReference(true)
                .register(metrics);
    }

    /** Whether the next call would be refused for lack of room. */
    public boolean full() {
        return bound.full();
    }

    /** A request was refused before it became a call. */
    public void turnedAway() {
        shed.increment();
    }

    /** Calls the service, or refuses at once. A probe after an outage gets less time, so that the next one comes soon. */
    public <T> Future<T> call(Call call, Function<Call, Future<T>> question) {
        CircuitBreakerState state = breaker.state();
        if (state == CircuitBreakerState.OPEN) {
            return Future.failedFuture(closedDoor());
        }
        if (bound.full()) {
            shed.increment();
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, ProblemType.OVERLOADED.title()));
        }
        Call patient = state == CircuitBreakerState.HALF_OPEN ? call.within(PROBE) : call;
        long begun = bound.begin();
        return breaker.<T>executeWithFallback(() -> question.apply(patient), open -> {
                    throw closedDoor();
                })
                .onComplete(answered -> bound.end(begun));
    }

    /** Likewise, for the few calls that take long by nature: their time says nothing about how busy the service is. */
    public <T> Future<T> callLong(Call call, Function<Call, Future<T>> question) {
        if (breaker.state() != CircuitBreakerState.CLOSED) {
            return Future.failedFuture(closedDoor());
        }
        if (longCalls >= LONG_AT_ONCE) {
            shed.increment();
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, ProblemType.OVERLOADED.title()));
        }
        longCalls++;
        return question.apply(call).onComplete(answered -> longCalls--);
    }

    private Refusal closedDoor() {
        shortCut.increment();
        return new Refusal(ProblemType.UNAVAILABLE, "The " + service + " service does not answer at the moment");
    }

    private static boolean unanswered(Future<Object> answer) {
        return answer.cause() instanceof Refusal refusal
                && (refusal.type() == ProblemType.UNAVAILABLE || refusal.type() == ProblemType.TIMEOUT);
    }

    private double openness() {
        return breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1;
    }
}
