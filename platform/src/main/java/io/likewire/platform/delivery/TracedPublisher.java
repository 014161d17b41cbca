package io.likewire.platform.delivery;

import com.rabbitmq.client.AMQP;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.telemetry.Spans;
import io.likewire.platform.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A publisher whose messages carry on the trace of what made them true, from the outbox to the confirm. */
public record TracedPublisher(Publisher publisher, Spans spans) implements Publisher {
    private static final String HEADER = "traceparent";

    /** The publisher itself when tracing is off. */
    public static Publisher of(Publisher publisher, Tracing tracing) {
        return tracing.isOn() ? new TracedPublisher(publisher, tracing.spans()) : publisher;
    }

    @Override
    public Future<Outcome> publish(List<OutgoingMessage> messages) {
        List<Span> begun = new ArrayList<>(messages.size());
        List<OutgoingMessage> traced = new ArrayList<>(messages.size());
        for (OutgoingMessage message : messages) {
            Span span = begin(message);
            begun.add(span);
            traced.add(span.getSpanContext().isValid() ? under(span, message) : message);
        }
        return publisher.publish(traced).onSuccess(outcome -> end(begun, outcome));
    }

    private Span begin(OutgoingMessage message) {
        Map<String, Object> headers = message.properties().getHeaders();
        Object parent = headers == null ? null : headers.get(HEADER);
        Span span = spans.begin(
                "publish " + message.routingKey(), SpanKind.PRODUCER, parent == null ? null : parent.toString());
        return span.setAttribute("messaging.system", "rabbitmq")
                .setAttribute("messaging.destination.name", message.exchange())
                .setAttribute("messaging.message.id", message.properties().getMessageId());
    }

    private static OutgoingMessage under(Span span, OutgoingMessage message) {
        Map<String, Object> headers = new HashMap<>(message.properties().getHeaders());
        headers.put(HEADER, Spans.traceparent(span));
        AMQP.BasicProperties properties =
                message.properties().builder().headers(headers).build();
        return new OutgoingMessage(message.exchange(), message.routingKey(), properties, message.body());
    }

    private static void end(List<Span> begun, Outcome outcome) {
        for (int i = 0; i < begun.size(); i++) {
            if (!outcome.confirmed().get(i)) {
                begun.get(i).setStatus(StatusCode.ERROR, "not confirmed");
            }
            begun.get(i).end();
        }
    }
}
