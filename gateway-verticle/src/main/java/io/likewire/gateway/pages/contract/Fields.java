package io.likewire.gateway.pages.contract;

import static io.likewire.gateway.pages.contract.Contract.list;
import static io.likewire.gateway.pages.contract.Contract.map;

import io.likewire.gateway.pages.Markup;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema says, for people. */
record Fields(Contract contract, Prose prose) {
    private static final int DEEPEST = 5;
    private static final List<String> BOUNDS = List.of(
            "format",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "default");

    /** The members of an object, and of those within it; empty for anything else. */
    String of(Object schema) {
        return of(contract.resolved(schema), DEEPEST);
    }

    private String of(Map<String, Object> schema, int deep) {
        if (schema.containsKey("items")) {
            return of(contract.resolved(schema.get("items")), deep);
        }
        Map<String, Object> members = map(schema.get("properties"));
        if (members.isEmpty() || deep == 0) {
            return "";
        }
        List<Object> required = list(schema.get("required"));
        return members.entrySet().stream()
                .map(member -> {
                    Map<String, Object> inner = contract.resolved(member.getValue());
                    return one(member.getKey(), required.contains(member.getKey()), inner, of(inner, deep - 1));
                })
                .collect(Collectors.joining("", "<ul class=\"fields\">\n", "</ul>\n"));
    }

    /** A parameter or header. */
    String parameter(String name, String place, Map<String, Object> parameter) {
        Map<String, Object> schema = contract.resolved(parameter.get("schema"));
        boolean required = Boolean.TRUE.equals(parameter.get("required"));
        String where = place.isEmpty() ? "" : place + ", ";
        return line(name, where + kind(schema) + (required ? ", required" : ""), parameter.get("description"), "");
    }

    private String one(String name, boolean required, Map<String, Object> schema, String inner) {
        return line(name, kind(schema) + (required ? ", required" : ""), schema.get("description"), inner);
    }

    private String line(String name, String kind, Object description, String inner) {
        return "<li><code>" + Markup.escaped(name) + "</code> <small>" + Markup.escaped(kind) + "</small>"
                + prose.html(description) + inner + "</li>\n";
    }

    /** Its type and its bounds, on one line. */
    String kind(Map<String, Object> schema) {
        Stream<String> bounds =
                BOUNDS.stream().filter(schema::containsKey).map(bound -> bound + " " + schema.get(bound));
        Stream<String> values = list(schema.get("enum")).isEmpty()
                ? Stream.of()
                : Stream.of("one of " + values(list(schema.get("enum"))));
        return Stream.of(Stream.of(type(schema)), values, bounds)
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private String type(Map<String, Object> schema) {
        if (schema.containsKey("items")) {
            return "array of " + type(contract.resolved(schema.get("items")));
        }
        Object type = schema.get("type");
        return type instanceof List<?> several ? values(several) : type == null ? "any" : type.toString();
    }

    private static String values(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" | "));
    }
}
