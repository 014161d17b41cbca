package io.likewire.platform.telemetry;

import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map.Entry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/**
 * Decides where a request comes in whether it is traced at all: what isn't carries nothing along, and so costs nothing behind
 * that. A caller's own trace counts by its id alone, so that nobody outside switches tracing on.
 */
record EdgeSampler<I, O>(VertxTracer<I, O> tracer, double share) implements VertxTracer<I, O> {
    private static final String HEADER = "traceparent";
    private static final int ID_FROM = 19;
    private static final int ID_TO = 35;

    @Override
    public <R> I receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Entry<String, String>> headers,
            TagExtractor<R> tags) {
        boolean edge = policy == TracingPolicy.ALWAYS;
        return edge && !isSampled(headers)
                ? null
                : tracer.receiveRequest(context, kind, policy, request, operation, headers, tags);
    }

    private boolean isSampled(Iterable<Entry<String, String>> headers) {
        for (Entry<String, String> header : headers) {
            if (HEADER.equalsIgnoreCase(header.getKey()) && header.getValue().length() >= ID_TO) {
                return isSampled(header.getValue().substring(ID_FROM, ID_TO));
            }
        }
        return ThreadLocalRandom.current().nextDouble() < share;
    }

    private boolean isSampled(String id) {
        try {
            return Math.abs(Long.parseUnsignedLong(id, 16) / (double) Long.MAX_VALUE) <= share;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public <R> void sendResponse(Context context, R response, I span, Throwable failure, TagExtractor<R> tags) {
        tracer.sendResponse(context, response, span, failure, tags);
    }

    @Override
    public <R> O sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        return tracer.sendRequest(context, kind, policy, request, operation, headers, tags);
    }

    @Override
    public <R> void receiveResponse(Context context, R response, O span, Throwable failure, TagExtractor<R> tags) {
        tracer.receiveResponse(context, response, span, failure, tags);
    }

    @Override
    public void close() {
        tracer.close();
    }
}
