package io.likewire.cli.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.Ask;
import io.likewire.cli.rest.Refused;
import java.util.function.Function;

/**
 * Has a service tell all its facts again, and waits for the end. It goes on there when nobody waits.
 *
 * @param empty also from an empty table, whose end is that others delete what they know
 */
public record Republishing(String service, boolean empty, Function<Ask, JsonNode> management) {
    private static final long LOOK_EVERY_MS = 500;

    /** What the service says at the end: {@code service}, {@code facts}. */
    public JsonNode run() throws InterruptedException {
        String path = "/operations/republish/" + service;
        JsonNode state = management.apply(Ask.of("POST", path + (empty ? "?empty=true" : ""), null));
        while (state.path("running").asBoolean()) {
            Thread.sleep(LOOK_EVERY_MS);
            state = management.apply(Ask.get(path));
        }
        if (state.hasNonNull("failure")) {
            throw new Refused("It ended after " + state.path("facts").asText() + " facts: "
                    + state.path("failure").asText());
        }
        return state;
    }
}
