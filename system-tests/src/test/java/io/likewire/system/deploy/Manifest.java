package io.likewire.system.deploy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One document of Kubernetes. */
record Manifest(JsonObject json) {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    String kind() {
        return json.getString("kind");
    }

    String name() {
        return at("metadata").getString("name");
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    boolean isWorkload() {
        return WORKLOADS.contains(kind());
    }

    /** One of ours, not a database or a broker. */
    boolean isOurs() {
        return isWorkload()
                && containers().allMatch(one -> one.getString("image", "").startsWith("likewire/"));
    }

    /** The object at a path of names; an empty one where there is none. */
    JsonObject at(String path) {
        JsonObject here = json;
        for (String step : path.split("/")) {
            here = here.getJsonObject(step, new JsonObject());
        }
        return here;
    }

    JsonObject pod() {
        return at("spec/template/spec");
    }

    Map<String, String> podLabels() {
        return labels(at("spec/template/metadata/labels"));
    }

    Stream<JsonObject> containers() {
        return objects(pod(), "containers");
    }

    static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
    }

    static Map<String, String> labels(JsonObject labels) {
        return labels.stream().collect(Collectors.toMap(Map.Entry::getKey, label -> String.valueOf(label.getValue())));
    }

    /** Whether labels that are asked for are among those of a workload's pods. */
    boolean hasPods(Map<String, String> asked) {
        return isWorkload() && podLabels().entrySet().containsAll(asked.entrySet());
    }
}
