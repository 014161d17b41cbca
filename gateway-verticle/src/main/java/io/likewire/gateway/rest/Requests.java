package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.http.Bodies;
import io.likewire.gateway.input.Ids;
import io.likewire.gateway.input.StrictJson;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What handlers read from a request. Each throws the refusal that its caller should see. */
final class Requests {
    private static final String JSON = "application/json";

    private Requests() {}

    static long productId(RoutingContext context) {
        long id = Ids.parse(context.pathParam("productId"), 0);
        if (id == Ids.NONE) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such product");
        }
        return id;
    }

    static JsonObject json(RoutingContext context) {
        if (!isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Expected a body with Content-Type: " + JSON);
        }
        try {
            return StrictJson.object(Bodies.of(context));
        } catch (DecodeException e) {
            throw Refusal.malformed(e.getMessage());
        }
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return mediaType.strip().equalsIgnoreCase(JSON);
    }
}
