package io.likewire.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import java.util.function.Function;

/** Lists that come in pages. */
public final class Pages {
    public static final int LARGEST = 500;

    private Pages() {}

    /** The first of them, across pages. */
    public static ArrayNode read(Function<Request, Response> server, String path, int most) {
        ArrayNode all = Json.array();
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && all.size() < most) {
            Response page = server.apply(Request.get(next.get()));
            for (JsonNode item : page.json()) {
                if (all.size() < most) {
                    all.add(item);
                }
            }
            next = page.next();
        }
        return all;
    }
}
