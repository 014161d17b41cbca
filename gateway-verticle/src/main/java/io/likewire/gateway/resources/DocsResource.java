package io.likewire.gateway.resources;

import io.likewire.gateway.edge.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /docs}: the OpenAPI file for people. */
record DocsResource(Buffer page) {
    static final String PAGE = "web/pages/docs.html";

    void get(RoutingContext context) {
        SecurityHeaders.setForDocs(context.response());
        ResponseWriter.page(context, page.toString());
    }
}
