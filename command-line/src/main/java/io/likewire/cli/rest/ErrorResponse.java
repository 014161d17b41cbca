package io.likewire.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** The server answered with an error. */
public final class ErrorResponse extends RuntimeException {
    private final int status;

    public ErrorResponse(String message) {
        this(message, 0);
    }

    private ErrorResponse(String message, int status) {
        super(message);
        this.status = status;
    }

    /** 0 when it was no answer of HTTP's. */
    public int status() {
        return status;
    }

    static ErrorResponse by(Response response) {
        JsonNode problem = response.json();
        String message = problem.path("message").asText("The server answered " + response.status());
        StringJoiner sentence = new StringJoiner("; ").add(message);
        problem.path("errors").fields().forEachRemaining(field -> field.getValue()
                .forEach(error -> {
                    if (!error.asText().equals(message)) {
                        sentence.add(field.getKey() + ": " + error.asText());
                    }
                }));
        String request = problem.path("requestId").asText("");
        String where = request.isEmpty() ? "" : ", request " + request;
        return new ErrorResponse(
                String.format(Locale.ROOT, "%s (%d%s)", sentence, response.status(), where), response.status());
    }
}
