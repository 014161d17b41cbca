package io.likewire.gateway.resources.documents;

import io.likewire.gateway.edge.SecurityHeaders;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /docs}: the OpenAPI file for people. */
public record DocsResource(Buffer page) {
    public static final String PAGE = "web/pages/docs.html";

    public void get(RoutingContext context) {
        SecurityHeaders.setForDocs(context.response());
        ResponseWriter.page(context, page.toString());
    }
}
