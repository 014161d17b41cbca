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
}
