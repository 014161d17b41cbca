package io.likewire.platform.delivery;

import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Verdict;
import io.likewire.platform.telemetry.Spans;
import io.likewire.platform.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * A reader of deliveries, each of which carries on the trace of its message. A batch is applied in one transaction: its
 * statements belong to the first message that is traced.
 */
public record TracedDeliveries(Function<List<Delivery>, Future<List<Verdict>>> handler, String queue, Spans spans)
        implements Function<List<Delivery>, Future<List<Verdict>>> {
    /** The handler itself when tracing is off. */
    public static Function<List<Delivery>, Future<List<Verdict>>> of(
            Function<List<Delivery>, Future<List<Verdict>>> handler, String queue, Tracing tracing) {
        return tracing.isOn() ? new TracedDeliveries(handler, queue, tracing.spans()) : handler;
    }

    @Override
    public Future<List<Verdict>> apply(List<Delivery> deliveries) {
        List<Span> begun = deliveries.stream().map(this::begin).toList();
        begun.stream().filter(Span::isRecording).findFirst().ifPresent(Spans::enter);
        return handler.apply(deliveries)
                .onSuccess(verdicts -> end(begun, verdicts))
                .onFailure(failure ->
                        begun.forEach(span -> span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()))
                                .end()));
    }

    private Span begin(Delivery delivery) {
        return spans.begin(
                        "process " + delivery.envelope().getRoutingKey(),
                        SpanKind.CONSUMER,
                        delivery.header("traceparent").orElse(null))
                .setAttribute("messaging.system", "rabbitmq")
                .setAttribute("messaging.destination.name", queue)
                .setAttribute("messaging.message.id", delivery.messageId());
    }

    private static void end(List<Span> begun, List<Verdict> verdicts) {
        for (int i = 0; i < begun.size(); i++) {
            if (i < verdicts.size() && verdicts.get(i).isPoison()) {
                begun.get(i).setStatus(StatusCode.ERROR, verdicts.get(i).poison());
            }
            begun.get(i).end();
        }
    }
}
