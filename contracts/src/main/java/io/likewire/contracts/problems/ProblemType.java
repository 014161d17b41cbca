package io.likewire.contracts.problems;

import java.util.Arrays;

/**
 * Every way in which a request can fail, once for the whole system: the HTTP status and title at the edge, the failure
 * code on the event bus, and the slug of the page that explains it.
 */
public enum ProblemType {
    MALFORMED(1000, 400, "malformed-request", "The request could not be read"),
    INVALID(1001, 400, "invalid-fields", "Some fields are not valid"),
    ALREADY_LIKED(1002, 400, "already-liked", "You already liked this product"),
    UNAUTHORIZED(1003, 401, "unauthorized", "Authentication required"),
    FORBIDDEN(1004, 403, "forbidden", "Permission denied"),
    NOT_FOUND(1005, 404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(1006, 405, "method-not-allowed", "Method not allowed"),
    PRECONDITION_FAILED(1007, 412, "precondition-failed", "Version conflict"),
    TOO_LARGE(1008, 413, "body-too-large", "The request body is too large"),
    URI_TOO_LONG(1009, 414, "uri-too-long", "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(1010, 415, "unsupported-media-type", "Unsupported media type"),
    TOO_MANY_REQUESTS(1011, 429, "too-many-requests", "Too many requests"),
    HEADERS_TOO_LARGE(1012, 431, "headers-too-large", "The request headers are too large"),
    INTERNAL(1013, 500, "internal-error", "Internal server error"),
    UNAVAILABLE(1014, 503, "unavailable", "Service unavailable"),
    OVERLOADED(1015, 503, "overloaded", "Server overloaded"),
    TIMEOUT(1016, 503, "timeout", "Service timed out"),
    IDEMPOTENCY_RUNNING(1017, 409, "request-in-progress", "A request with this key is still running"),
    IDEMPOTENCY_MISMATCH(1018, 422, "key-used-for-another-request", "Idempotency key reused"),
    PRECONDITION_REQUIRED(1019, 428, "precondition-required", "Precondition required"),
    REQUEST_TIMEOUT(1020, 408, "request-timeout", "The request did not arrive in time"),
    SEARCH_TOO_SLOW(1021, 503, "search-too-slow", "This search takes too long");

    private final int busCode;
    private final int status;
    private final String slug;
    private final String title;

    ProblemType(int busCode, int status, String slug, String title) {
        this.busCode = busCode;
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Last part of the type URI. */
    public String slug() {
        return slug;
    }

    /** One sentence for people. */
    public String title() {
        return title;
    }

    /** Whether the same request may succeed in a moment. */
    public boolean temporary() {
        return status == 503 || status == 429 || this == IDEMPOTENCY_RUNNING;
    }

    /** Failure code of a bus reply. It never changes: nodes of two releases speak to each other. */
    public int busCode() {
        return busCode;
    }

    /** The type behind a bus failure code; codes of a newer release read as {@link #INTERNAL}. */
    public static ProblemType ofBusCode(int code) {
        return Arrays.stream(values())
                .filter(type -> type.busCode == code)
                .findFirst()
                .orElse(INTERNAL);
    }
}
