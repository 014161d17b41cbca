package io.likewire.gateway.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Loads the OpenAPI file for the router, which refuses media types that it doesn't know, and servers without a host. */
final class ContractFile {
    private ContractFile() {}

    static Future<OpenAPIContract> load(Vertx vertx, String yaml) {
        String routable = yaml.replace("application/problem+json", "application/json")
                .replace("application/yaml", "text/plain")
                .replace("text/html", "text/plain")
                .replace("application/merge-patch+json", "application/hal+json");
        Map<String, Object> json = new Yaml(new SafeConstructor(new LoaderOptions())).load(routable);
        json.remove("servers");
        return OpenAPIContract.from(vertx, new JsonObject(json));
    }
}
