package io.likewire.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** The server answered, and it was a no. */
public final class Refused extends RuntimeException {
    private final int status;

    public Refused(String message) {
        this(message, 0);
    }

    private Refused(String message, int status) {
        super(message);
        this.status = status;
    }

    /** 0 when it was no answer of HTTP's. */
    public int status() {
        return status;
    }

    static Refused by(Reply reply) {
        JsonNode problem = reply.json();
        String message = problem.path("message").asText("The server answered " + reply.status());
        StringJoiner sentence = new StringJoiner("; ").add(message);
        problem.path("errors").fields().forEachRemaining(field -> field.getValue()
                .forEach(error -> sentence.add(field.getKey() + ": " + error.asText())));
        String request = problem.path("requestId").asText("");
        String where = request.isEmpty() ? "" : ", request " + request;
        return new Refused(String.format(Locale.ROOT, "%s (%d%s)", sentence, reply.status(), where), reply.status());
    }
}
