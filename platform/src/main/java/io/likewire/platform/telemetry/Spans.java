package io.likewire.platform.telemetry;

import io.likewire.platform.log.TraceId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;

/** Makes spans whose parent came as text, in a row or in a message, and gives text to those behind them. */
public final class Spans {
    private static final String HEADER = "traceparent";
    private static final TextMapPropagator TEXT = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> ONLY = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public String get(String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };

    private final Tracer tracer;

    Spans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.likewire");
    }

    /** @param traceparent of the parent, as W3C writes it; null or nonsense begins no trace: the span records nothing */
    public Span begin(String name, SpanKind kind, String traceparent) {
        Context parent = traceparent == null ? Context.root() : TEXT.extract(Context.root(), traceparent, ONLY);
        return Span.fromContextOrNull(parent) == null
                ? Span.getInvalid()
                : tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
    }

    /** The span as a parent of others. */
    public static String traceparent(Span span) {
        return TraceId.traceparent(span.getSpanContext());
    }

    /** What the current Vert.x context does from now on is done under this span. */
    public static void enter(Span span) {
        Context.root().with(span).makeCurrent();
    }
}
