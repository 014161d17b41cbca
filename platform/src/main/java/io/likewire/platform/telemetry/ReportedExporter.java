package io.likewire.platform.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what leaves and what is lost, and says so once when the receiver goes and once when it is back. */
final class ReportedExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(Tracing.class);

    /** The library's own sentences come past our log, again and again. Kept here, or the level would be forgotten. */
    private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("io.opentelemetry");

    private final SpanExporter exporter;
    private final String address;
    private final Counter sent;
    private final Counter lost;
    private final AtomicBoolean away = new AtomicBoolean();

    ReportedExporter(SpanExporter exporter, String address, MeterRegistry metrics) {
        this.exporter = exporter;
        this.address = address;
        this.sent = metrics.counter("likewire.spans", "outcome", "sent");
        this.lost = metrics.counter("likewire.spans", "outcome", "lost");
        LIBRARY.setLevel(Level.OFF);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> report(result.isSuccess(), spans.size()));
    }

    private void report(boolean fine, int spans) {
        (fine ? sent : lost).increment(spans);
        if (away.compareAndSet(fine, !fine)) {
            LOG.warn(
                    fine ? "traces go to {} again" : "traces don't reach {}: spans are dropped until they do", address);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
