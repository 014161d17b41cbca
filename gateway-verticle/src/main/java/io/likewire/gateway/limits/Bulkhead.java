package io.likewire.gateway.limits;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Stands before one kind of calls to a service: lets only so many in at once, and none for a moment when they are not
 * answered. Runs on one event loop.
 */
final class Bulkhead {
    private static final int FAILURES_IN_A_ROW = 10;
    private static final Duration REST = Duration.ofMillis(500);
    private static final int SLOW_SHARE = 4;

    /** 0.6 s of the usual 1.4 s. */
    private static final double PROBE_SHARE = 3 / 7.0;

    private final String unanswered;
    private final CircuitBreaker breaker;
    private final AdaptiveLimit limit;
    private final Duration probe;
    private final Counter shed;
    private final Counter shortCut;
    private final Tags tags;

    /**
     * @param name of the kind of calls
     * @param patience how long a call may take
     */
    Bulkhead(
            Vertx vertx,
            String service,
            String name,
            ConcurrencyRange range,
            Duration patience,
            EventLoopLag lag,
            MeterRegistry metrics) {
        this.unanswered = "The " + service + " service does not answer at the moment (" + name + ")";
        this.limit = new AdaptiveLimit(range, patience.dividedBy(SLOW_SHARE), System::nanoTime, lag::nanos);
        this.probe = Duration.ofMillis(Math.round(patience.toMillis() * PROBE_SHARE));
        this.breaker = CircuitBreaker.create(name, vertx, options(patience)).failurePolicy(Bulkhead::isUnanswered);
        this.tags = Tags.of("service", service, "bulkhead", name);
        this.shed = metrics.counter("likewire.requests.shed", tags);
        this.shortCut = metrics.counter("likewire.breaker.refused", tags);
        gauge(metrics, "likewire.requests.bound", bulkhead -> bulkhead.limit.limit());
        gauge(metrics, "likewire.requests.running", bulkhead -> bulkhead.limit.running());
        gauge(metrics, "likewire.breaker.open", Bulkhead::openness);
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

    private void gauge(MeterRegistry metrics, String name, ToDoubleFunction<Bulkhead> value) {
        Gauge.builder(name, this, value).tags(tags).strongReference(true).register(metrics);
    }

    /** Whether the next call would be refused for lack of room. */
    boolean full() {
        return limit.full();
    }

    /** A request was refused before it became a call. */
    void turnedAway() {
        shed.increment();
    }

    /** Lets the call in, or refuses it at once. */
    <T> Future<T> call(Call call, Function<Call, Future<T>> ask) {
        return admit(call, admitted -> guard(admitted, ask));
    }

    /** Lets only so many in at once. */
    <T> Future<T> admit(Call call, Function<Call, Future<T>> ask) {
        if (breaker.state() == CircuitBreakerState.OPEN) {
            return Future.failedFuture(open());
        }
        if (limit.full()) {
            shed.increment();
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, ProblemType.OVERLOADED.title()));
        }
        long begun = limit.begin();
        return ask.apply(call).onComplete(answered -> limit.end(begun));
    }

    /**
     * Lets none in for a moment when they are not answered, each message counting once. A probe after an outage gets less time,
     * so that the next one comes soon.
     */
    <T> Future<T> guard(Call call, Function<Call, Future<T>> ask) {
        Call admitted = breaker.state() == CircuitBreakerState.HALF_OPEN ? call.within(probe) : call;
        return breaker.<T>executeWithFallback(() -> ask.apply(admitted), open -> {
            throw open();
        });
    }

    private Refusal open() {
        shortCut.increment();
        return new Refusal(ProblemType.UNAVAILABLE, unanswered);
    }

    private static boolean isUnanswered(Future<Object> answer) {
        return answer.cause() instanceof Refusal refusal
                && (refusal.type() == ProblemType.UNAVAILABLE || refusal.type() == ProblemType.TIMEOUT);
    }

    private double openness() {
        return breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1;
    }
}
