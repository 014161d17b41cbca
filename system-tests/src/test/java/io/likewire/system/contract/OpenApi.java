package io.likewire.system.contract;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI file, with every reference replaced by what it leads to. */
record OpenApi(Map<String, Object> file) {
    static List<Operation> operations(String yaml) {
        OpenApi api = new OpenApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        JsonObject paths = api.at("paths");
        JsonObject everyOperation = api.at("x-every-operation");
        return paths.fieldNames().stream()
                .flatMap(path -> Stream.of("get", "put", "post", "delete", "patch")
                        .filter(paths.getJsonObject(path)::containsKey)
                        .map(method -> new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                paths.getJsonObject(path),
                                paths.getJsonObject(path).getJsonObject(method),
                                everyOperation)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private JsonObject at(String name) {
        return new JsonObject((Map<String, Object>) inlined(file.get(name)));
    }

    private Object inlined(Object node) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                return inlined(target(reference));
            }
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(String.valueOf(name), inlined(value)));
            return copy;
        }
        return node instanceof List<?> list ? list.stream().map(this::inlined).toList() : node;
    }

    private Object target(String reference) {
        Object node = file;
        for (String name : reference.substring("#/".length()).split("/")) {
            String key = URLDecoder.decode(name, StandardCharsets.UTF_8).replace("~1", "/");
            node = ((Map<?, ?>) node).get(key);
        }
        return node;
    }
}
