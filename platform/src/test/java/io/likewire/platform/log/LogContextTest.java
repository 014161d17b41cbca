package io.likewire.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.RequestId;
import io.likewire.platform.telemetry.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines name the request and the trace that they were written for, wherever in the code that is. */
class LogContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aLineOfARequestNamesItAndItsTraceAndTheNextRequestsLineDoesNot() {
        assertThat(mdc("request-7", TraceFlags.getSampled()))
                .isEqualTo(new JsonObject().put("request", "request-7").put("trace", TRACE));
        assertThat(mdc(null, null)).isEqualTo(new JsonObject());
    }

    @Test
    void aTraceThatNobodyRecordsIsNotNamed() {
        assertThat(mdc("request-7", TraceFlags.getDefault())).isEqualTo(new JsonObject().put("request", "request-7"));
    }

    private JsonObject mdc(String request, TraceFlags flags) {
        ContextInternal requests =
                ((VertxInternal) vertx).createEventLoopContext().duplicate();
        return requests.executeBlocking(() -> {
                    RequestId.enter(request);
                    if (flags != null) {
                        Spans.enter(Span.wrap(SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault())));
                    }
                    String line = SanitizedLogTest.logged("json", log -> log.info("done"));
                    return new JsonObject(line).getJsonObject("mdc");
                })
                .await();
    }
}
