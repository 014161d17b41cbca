package io.likewire.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.VertxBuilder;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The process' tracing: off, or on with spans that leave in the background. A receiver that is away costs spans and nothing
 * else: they wait in a bounded queue and are dropped beyond it.
 */
public final class Tracing {
    private static final Duration EXPORT_PATIENCE = Duration.ofSeconds(3);
    private static final long FLUSH_S = 2;

    private final OpenTelemetrySdk sdk;
    private final double share;

    private Tracing(OpenTelemetrySdk sdk, double share) {
        this.sdk = sdk;
        this.share = share;
    }

    /** @param name of the process, as {@code service.name} without the prefix */
    public static Tracing start(TracingOptions options, String name, MeterRegistry metrics) {
        return options.endpoint()
                .map(endpoint -> new Tracing(sdk(endpoint, name, metrics), options.share()))
                .orElseGet(Tracing::off);
    }

    /** No spans, at no cost. */
    public static Tracing off() {
        return new Tracing(null, 0);
    }

    public boolean isOn() {
        return sdk != null;
    }

    /** Makes the spans of HTTP, event bus and SQL Vert.x' own concern. */
    public VertxBuilder on(VertxBuilder builder) {
        return isOn()
                ? builder.withTracer(
                        options -> new EdgeSampler<>(new OpenTelemetryTracingFactory(sdk).tracer(options), share))
                : builder;
    }

    /** Spans of what Vert.x knows nothing of. */
    public Spans spans() {
        return new Spans(isOn() ? sdk : OpenTelemetry.noop());
    }

    /** Sends what is left; takes two seconds at most, and blocks. */
    public void close() {
        if (isOn()) {
            sdk.getSdkTracerProvider().shutdown().join(FLUSH_S, TimeUnit.SECONDS);
        }
    }

    private static OpenTelemetrySdk sdk(URI endpoint, String name, MeterRegistry metrics) {
        String base = endpoint.toString().replaceAll("/+$", "");
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(base + "/v1/traces")
                .setTimeout(EXPORT_PATIENCE)
                .setConnectTimeout(EXPORT_PATIENCE)
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "likewire-" + name)
                        .put("service.namespace", "likewire")
                        .build()))
                .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                .addSpanProcessor(BatchSpanProcessor.builder(new ReportedExporter(exporter, base, metrics))
                        .build())
                .build();
        return OpenTelemetrySdk.builder()
                .setTracerProvider(provider)
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }
}
