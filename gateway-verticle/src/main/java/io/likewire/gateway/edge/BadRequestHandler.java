package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Answers requests whose head could not be read, which therefore reach no route; what follows on the wire is lost. */
final class BadRequestHandler implements Handler<HttpServerRequest> {
    @Override
    public void handle(HttpServerRequest request) {
        RequestIds.give(request);
        SecurityHeaders.set(request);
        Problem.of(type(request.decoderResult().cause())).send(request).onComplete(sent -> request.connection()
                .close());
    }

    private static ProblemType type(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemType.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? ProblemType.HEADERS_TOO_LARGE : ProblemType.MALFORMED;
    }
}
