package io.likewire.system.contract;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A running gateway and the file that it says it keeps to. */
record Contract(URI gateway, OpenApi file, Wire wire, Sessions sessions) {
    private static final class Holder {
        static final Contract SHARED = of(Stage.whole().cluster().gateway());
    }

    static Contract shared() {
        return Holder.SHARED;
    }

    static Contract of(URI gateway) {
        return new Contract(
                gateway,
                OpenApi.parse(Rest.at(gateway).get("/openapi.yaml").text()),
                new Wire(gateway),
                new Sessions(gateway));
    }

    /** With the values of the examples, for a product that exists; of the optional parameters only one. */
    RawRequest example(Operation operation, Parameter optional, long product) {
        String target = operation.path();
        for (Parameter parameter : operation.parameters("path")) {
            Object value = value(parameter, product);
            target = target.replace("{" + parameter.name() + "}", printed(value));
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(Map.entry("Host", "127.0.0.1")));
        if (operation.takesAccount()) {
            headers.add(Map.entry("Authorization", "Bearer " + sessions.token(operation)));
        } else if (operation.knowsCallers()) {
            headers.add(Map.entry("Authorization", "Bearer " + token()));
        }
        if (operation.knowsSessions()) {
            headers.add(Map.entry("Cookie", sessions.cookie()));
        }
        char separator = '?';
        for (Parameter parameter : operation.parameters()) {
            boolean sent = parameter.required() || parameter.equals(optional);
            if (sent && parameter.in().equals("query")) {
                target += separator + parameter.name() + "=" + escaped(printed(parameter.example()));
                separator = '&';
            } else if (sent && parameter.in().equals("header")) {
                headers.add(Map.entry(parameter.name(), header(parameter)));
            }
        }
        return new RawRequest(operation.method(), target, headers, body(operation, headers));
    }

    private Object value(Parameter parameter, long product) {
        return switch (parameter.name()) {
            case "productId" -> product;
            case "userId" -> sessions.user();
            default -> parameter.example();
        };
    }

    /** A key that somebody used for something else would be refused. */
    private static String header(Parameter parameter) {
        return parameter.name().equals("Idempotency-Key")
                ? "\"" + UUID.randomUUID() + "\""
                : printed(parameter.example());
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",");
    }

    /** Of a visitor who has done nothing yet. */
    String token() {
        return Rest.at(gateway).post("/api/visitors", null).json().getString("token");
    }

    static String printed(Object value) {
        return value instanceof JsonArray list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private byte[] body(Operation operation, List<Map.Entry<String, String>> headers) {
        if (operation.bodies().isEmpty()) {
            return new byte[0];
        }
        String type = operation.bodies().fieldNames().iterator().next();
        JsonObject media = operation.bodies().getJsonObject(type);
        Object example = sessions.body(operation, media.getValue("example"));
        byte[] body = (example instanceof String text ? text : Json.encode(example)).getBytes(StandardCharsets.UTF_8);
        headers.add(Map.entry("Content-Type", type));
        headers.add(Map.entry("Content-Length", Integer.toString(body.length)));
        return body;
    }

    RawAnswer send(RawRequest request) {
        try {
            return wire.send(request);
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        }
    }
}
