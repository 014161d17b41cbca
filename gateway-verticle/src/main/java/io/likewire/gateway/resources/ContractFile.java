package io.likewire.gateway.resources;

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
    /** What it doesn't know reads to it as something that it knows; nothing is checked by it. */
    private static final Map<String, String> READ_AS = Map.of(
            "application/problem+json", "application/json",
            "application/yaml", "text/plain",
            "text/event-stream", "text/plain",
            "text/html", "text/plain",
            "application/x-ndjson", "application/octet-stream",
            "application/merge-patch+json", "application/hal+json",
            "application/x-www-form-urlencoded", "application/octet-stream");

    private ContractFile() {}

    static Future<OpenAPIContract> load(Vertx vertx, String yaml) {
        String routable = yaml;
        for (Map.Entry<String, String> type : READ_AS.entrySet()) {
            routable = routable.replace(type.getKey(), type.getValue());
        }
        Map<String, Object> json = new Yaml(new SafeConstructor(new LoaderOptions())).load(routable);
        json.remove("servers");
        return OpenAPIContract.from(vertx, new JsonObject(json));
    }
}
