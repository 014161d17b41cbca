package io.likewire.gateway.resources.documents;

import io.likewire.gateway.edge.ResponseBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** {@code /openapi.yaml}. */
public record ContractResource(Buffer yaml) {
    private static final CharSequence YAML = HttpHeaders.createOptimized("application/yaml");

    public void get(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, YAML);
        ResponseBody.end(context.request(), yaml);
    }
}
