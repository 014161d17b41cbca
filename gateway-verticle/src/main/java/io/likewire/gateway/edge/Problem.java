package io.likewire.gateway.edge;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Problem details (RFC 9457): the form of every error answer.
 *
 * @param detail about this request
 * @param more members beside the standard ones
 */
public record Problem(ProblemType type, String detail, JsonObject more) {
    private static final CharSequence PROBLEM_JSON = HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("WWW-Authenticate");

    private static final String REQUEST_ID = "requestId";
    private static final String OVERLOADED = start(of(ProblemType.OVERLOADED).toJson());

    public static Problem of(ProblemType type) {
        return new Problem(type, type.title(), new JsonObject());
    }

    public static Problem of(Refusal refusal) {
        String detail = refusal.getMessage() == null ? refusal.type().title() : refusal.getMessage();
        JsonObject more = new JsonObject();
        if (!refusal.errors().isEmpty()) {
            JsonObject errors = new JsonObject();
            refusal.errors().forEach(errors::put);
            more.put("errors", errors);
        }
        return new Problem(refusal.type(), detail, more);
    }

    /** Printed once, but for the request's id: when there is too much to do, saying so must cost next to nothing. */
    static Future<Void> sendOverloaded(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.setStatusCode(ProblemType.OVERLOADED.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .putHeader(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        return ResponseBody.end(request, Buffer.buffer(OVERLOADED + RequestIds.of(response) + "\"}"));
    }

    /** Headers that are already set, such as a better Retry-After, stay. */
    public Future<Void> send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.setStatusCode(type.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON);
        if (type.temporary() && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        }
        if (type == ProblemType.UNAUTHORIZED) {
            response.putHeader(WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseBody.end(
                request, toJson().put(REQUEST_ID, RequestIds.of(response)).toBuffer());
    }

    private static String start(JsonObject problem) {
        String json = problem.encode();
        return json.substring(0, json.length() - 1) + ",\"" + REQUEST_ID + "\":\"";
    }

    /** Without a request's id. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("type", "/problems/" + type.slug())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("message", detail)
                .mergeIn(more);
    }
}
