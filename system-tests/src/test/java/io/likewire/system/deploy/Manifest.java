package io.likewire.system.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One document of Kubernetes. */
record Manifest(JsonNode json) {
    /** Where the pods of a workload are described. */
    static final String POD = "/spec/template/spec";

    /** @param kind "workload" for each that has pods, "server" for those that stay, "ours" without databases and brokers */
    boolean is(String kind) {
        return switch (kind) {
            case "workload" -> json.at(POD).isObject();
            case "server" -> is("workload") && !is("Job");
            case "ours" ->
                is("workload")
                        && all(POD + "/containers/*/image")
                                .allMatch(image -> text(image).startsWith("likewire/"));
            default -> kind.equals(text("/kind"));
        };
    }

    String name() {
        return text("/metadata/name");
    }

    @Override
    public String toString() {
        return text("/kind") + " " + name();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    String text(String pointer) {
        return text(at(pointer));
    }

    /** A value as it is, anything else as JSON; empty where there is nothing. */
    static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** Everything at a JSON pointer with "*" for each of a list; what ends in nothing is a missing node. */
    Stream<JsonNode> all(String pointer) {
        int star = pointer.indexOf("/*");
        return star < 0
                ? Stream.of(at(pointer))
                : each(at(pointer.substring(0, star)))
                        .flatMap(one -> new Manifest(one).all(pointer.substring(star + 2)));
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether labels that are asked for are among those of a workload's pods. */
    boolean hasPods(JsonNode asked) {
        JsonNode labels = at("/spec/template/metadata/labels");
        return asked.properties().stream().allMatch(one -> one.getValue().equals(labels.get(one.getKey())));
    }
}
