package io.likewire.platform.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** Names the trace that the current Vert.x context works for. */
public final class TraceId {
    private TraceId() {}

    /** 32 hexadecimal digits; null where nothing is traced. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() && span.isSampled() ? span.getTraceId() : null;
    }

    /** The current span as a parent of others, as W3C writes it; null where nothing is traced. */
    public static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() && span.isSampled() ? traceparent(span) : null;
    }

    /** A valid span as a parent of others, as W3C writes it. */
    public static String traceparent(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
