package io.likewire.cli.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Request;
import java.util.function.Function;

/**
 * Has a service tell all its events again, and waits for the end. It goes on there when nobody waits.
 *
 * @param empty also from an empty table, whose end is that others delete what they know
 */
public record Republishing(String service, boolean empty, Function<Request, JsonNode> management) {
    private static final long LOOK_EVERY_MS = 500;

    /** What the service says at the end: {@code service}, {@code events}. */
    public JsonNode run() throws InterruptedException {
        String path = "/operations/republish/" + service;
        JsonNode state = management.apply(Request.of("POST", path + (empty ? "?empty=true" : ""), null));
        while (state.path("running").asBoolean()) {
            Thread.sleep(LOOK_EVERY_MS);
            state = management.apply(Request.get(path));
        }
        if (state.hasNonNull("failure")) {
            throw new ErrorResponse("It ended after " + state.path("events").asText() + " events: "
                    + state.path("failure").asText());
        }
        return state;
    }
}
