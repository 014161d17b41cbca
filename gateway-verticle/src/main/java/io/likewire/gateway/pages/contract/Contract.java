package io.likewire.gateway.pages.contract;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI file as a tree. */
final class Contract {
    private final Map<String, Object> root;

    Contract(String yaml) {
        root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    Map<String, Object> root() {
        return root;
    }

    /** A node, or what it refers to. */
    Map<String, Object> resolved(Object node) {
        Map<String, Object> map = map(node);
        String reference = (String) map.get("$ref");
        if (reference == null) {
            return map;
        }
        Object found = root;
        for (String part : reference.substring("#/".length()).split("/")) {
            found = map(found).get(part);
        }
        return resolved(found);
    }

    /** Empty for what is not there. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** Empty for what is not there. */
    @SuppressWarnings("unchecked")
    static List<Object> list(Object node) {
        return node == null ? List.of() : (List<Object>) node;
    }
}
