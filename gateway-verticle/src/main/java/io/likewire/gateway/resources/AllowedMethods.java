package io.likewire.gateway.resources;

import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which methods the OpenAPI file has for a path. */
final class AllowedMethods {
    private final OpenAPIContract contract;

    AllowedMethods(OpenAPIContract contract) {
        this.contract = contract;
    }

    /** As in the Allow header; null for an unknown path. */
    String methods(String urlPath) {
        Path path = urlPath.endsWith("/") ? null : contract.findPath(urlPath);
        if (path == null) {
            return null;
        }
        Set<String> methods = new TreeSet<>();
        path.getOperations()
                .forEach(operation -> methods.add(operation.getHttpMethod().name()));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        methods.add(HttpMethod.OPTIONS.name());
        return String.join(", ", methods);
    }
}
