package io.likewire.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgeSamplerTest {
    private static final String LOW = "00-ffffffffffffffff0000000000000001-00000000000000aa-01";
    private static final String HIGH = "00-00000000000000007fffffffffffffff-00000000000000aa-01";

    @Test
    void nothingIsTracedAtNoneAndEverythingAtAll() {
        assertThat(traced(0, TracingPolicy.ALWAYS, Map.of())).isFalse();
        assertThat(traced(1, TracingPolicy.ALWAYS, Map.of())).isTrue();
    }

    @Test
    void aCallersTraceCountsByItsIdHoweverMuchHeWantsIt() {
        assertThat(traced(0.1, TracingPolicy.ALWAYS, Map.of("traceparent", LOW)))
                .isTrue();
        assertThat(traced(0.1, TracingPolicy.ALWAYS, Map.of("Traceparent", HIGH)))
                .isFalse();
        assertThat(traced(0.99, TracingPolicy.ALWAYS, Map.of("traceparent", "nonsense-".repeat(9))))
                .isFalse();
    }

    @Test
    void whatCameInTracedStaysSoInside() {
        assertThat(traced(0, TracingPolicy.PROPAGATE, Map.of("traceparent", HIGH)))
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static boolean traced(double share, TracingPolicy policy, Map<String, String> headers) {
        VertxTracer<Object, Object> all = (VertxTracer<Object, Object>) Proxy.newProxyInstance(
                VertxTracer.class.getClassLoader(),
                new Class<?>[] {VertxTracer.class},
                (proxy, method, arguments) -> new Object());
        Set<Entry<String, String>> entries = headers.entrySet();
        return new EdgeSampler<>(all, share)
                        .receiveRequest(null, SpanKind.RPC, policy, "", "GET", entries, TagExtractor.empty())
                != null;
    }
}
