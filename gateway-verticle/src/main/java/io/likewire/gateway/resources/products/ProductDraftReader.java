package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.RequestOrigin;
import io.likewire.gateway.resources.RequestReader;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Products as clients write them: JSON, or a form. */
final class ProductDraftReader {
    private static final String TAKEN =
            String.join(", ", RequestReader.JSON, Forms.URL_ENCODED) + " or " + Forms.MULTIPART;

    private ProductDraftReader() {}

    static ProductDraft of(RoutingContext context) {
        String type = RequestReader.mediaType(context);
        if (RequestReader.JSON.equals(type)) {
            return ProductDraft.parse(RequestReader.json(context));
        }
        if (!Forms.URL_ENCODED.equals(type) && !Forms.MULTIPART.equals(type)) {
            throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Expected a body with Content-Type: " + TAKEN);
        }
        // a browser asks nobody before it sends a form to another site; for JSON it does
        if (RequestOrigin.isForeign(context.request())) {
            throw new Refusal(ProblemType.FORBIDDEN, "A page of another site may not send a form here");
        }
        String contentType = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return ProductDraft.parse(Forms.read(contentType, Bodies.of(context)));
    }
}
