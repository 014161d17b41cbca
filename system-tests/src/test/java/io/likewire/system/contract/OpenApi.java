package io.likewire.system.contract;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI file as it is served, with every reference replaced by what it leads to. */
final class OpenApi {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private final Map<String, Object> file;

    private OpenApi(Map<String, Object> file) {
        this.file = file;
    }

    static OpenApi parse(String yaml) {
        return new OpenApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = at("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            METHODS.stream()
                    .filter(item::containsKey)
                    .forEach(method -> operations.add(new Operation(
                            method.toUpperCase(), path, item, item.getJsonObject(method), everyOperation())));
        }
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What holds for each request, before it is known which operation it asks for. */
    private JsonObject everyOperation() {
        return at("x-every-operation");
    }

    JsonObject at(String name) {
        @SuppressWarnings("unchecked")
        Map<String, Object> plain = (Map<String, Object>) inlined(file.get(name));
        return new JsonObject(plain);
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
            String key = URLDecoder.decode(name, StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            node = ((Map<?, ?>) node).get(key);
        }
        return node;
    }
}
