package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong with a routed request into a {@link Problem}. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int FIRST = 400;
    private static final int LAST = 599;
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private final Function<String, String> allowed;
    private final Buffer notFound;

    private Problems(Function<String, String> allowed, Buffer notFound) {
        this.allowed = allowed;
        this.notFound = notFound;
    }

    /**
     * @param allowed the methods of a path, as in the Allow header; null when there is no such path
     * @param notFound HTML for people who look for a page that is not there
     */
    public static void answerFor(Router router, Function<String, String> allowed, Buffer notFound) {
        Problems problems = new Problems(allowed, notFound);
        for (int status = FIRST; status <= LAST; status++) {
            int failed = status;
            router.errorHandler(status, context -> problems.answer(context, failed));
        }
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            LOG.error("Request {} failed in the middle of its answer", RequestIds.of(response), context.failure());
            context.request().connection().close();
            return;
        }
        // refused before it was read: by its caller's rights, for one
        if (!context.request().isEnded() && UnwantedBody.expected(context.request())) {
            UnwantedBody.swallow(context.vertx(), context.request());
        }
        Problem problem = problem(context, status);
        if (problem.type() == ProblemType.NOT_FOUND && isOfPeople(context.request())) {
            response.setStatusCode(404).putHeader(HttpHeaders.CONTENT_TYPE, HTML);
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            ResponseBody.end(context.request(), notFound);
        } else {
            problem.send(context.request());
        }
    }

    /** Whether a browser was sent there, by a link or by what somebody typed. */
    private static boolean isOfPeople(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads && accept != null && accept.contains("text/html") && !ApiPath.is(request.path());
    }

    private Problem problem(RoutingContext context, int status) {
        if (context.failure() instanceof Refusal refusal) {
            if (refusal.retryAfter() > 0) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter()));
            }
            return Problem.of(refusal);
        }
        if (context.failure() == null && (status == 404 || status == 405)) {
            return nothingHere(context);
        }
        if (status >= 500) {
            LOG.error("Request {} failed unexpectedly", RequestIds.of(context.response()), context.failure());
        }
        return Problem.of(type(status));
    }

    private Problem nothingHere(RoutingContext context) {
        String methods = allowed.apply(context.request().path());
        if (methods == null) {
            return Problem.of(ProblemType.NOT_FOUND);
        }
        context.response().putHeader(HttpHeaders.ALLOW, methods);
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED);
    }

    private static ProblemType type(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status >= FIRST && status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL);
    }
}
