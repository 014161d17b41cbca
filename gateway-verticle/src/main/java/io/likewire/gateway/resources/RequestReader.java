package io.likewire.gateway.resources;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.lists.Ids;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** What handlers read from a request. Each throws the refusal that its caller should see. */
public final class RequestReader {
    public static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private RequestReader() {}

    public static long productId(RoutingContext context) {
        long id = Ids.parse(context.pathParam("productId"), 0);
        if (id == Ids.NONE) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such product");
        }
        return id;
    }

    public static JsonObject json(RoutingContext context) {
        if (!JSON.equals(mediaType(context))) {
            throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Expected a body with Content-Type: " + JSON);
        }
        return object(context);
    }

    /** RFC 7396. RFC 5789 has the answer to another form name the right ones. */
    public static JsonObject mergePatch(RoutingContext context) {
        String type = mediaType(context);
        if (!JSON.equals(type) && !MERGE_PATCH.equals(type)) {
            context.response().putHeader(HttpHeaders.ACCEPT_PATCH, MERGE_PATCH + ", " + JSON);
            throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Expected a body with Content-Type: " + MERGE_PATCH);
        }
        return object(context);
    }

    private static JsonObject object(RoutingContext context) {
        try {
            return StrictJson.object(Bodies.of(context));
        } catch (DecodeException e) {
            throw Refusal.malformed(e.getMessage());
        }
    }

    /** Without parameters, in small letters; null without a Content-Type. */
    public static String mediaType(RoutingContext context) {
        String contentType = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null) {
            return null;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
