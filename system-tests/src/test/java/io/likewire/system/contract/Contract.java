package io.likewire.system.contract;

import io.likewire.system.contract.Operation.Parameter;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running gateway and the file that it says it keeps to. */
record Contract(URI gateway, List<Operation> operations, Sessions sessions) {
    private static final class Holder {
        static final Contract SHARED = of(Stage.whole().cluster().gateway());
    }

    private static final class Secure {
        static final Contract SHARED = of(Wired.secureGateway());
    }

    static Contract shared() {
        return Holder.SHARED;
    }

    /** At a gateway over TLS with HTTP/2. */
    static Contract secure() {
        return Secure.SHARED;
    }

    private static Contract of(URI gateway) {
        String file = Rest.at(gateway).get("/openapi.yaml").text();
        return new Contract(gateway, OpenApi.operations(file), new Sessions(gateway));
    }

    /** With the values of the examples, for a product that exists; of the optional parameters only one. */
    RawRequest example(Operation operation, Parameter optional, long product) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(Map.entry("Host", "127.0.0.1")));
        if (operation.takesAccount() || operation.knowsCallers()) {
            headers.add(Map.entry("Authorization", "Bearer " + sessions.token(operation)));
        }
        if (operation.knowsSessions()) {
            headers.add(Map.entry("Cookie", sessions.cookie()));
        }
        byte[] body = new byte[0];
        for (String type : operation.bodies().fieldNames().stream().limit(1).toList()) {
            Object example = operation.bodies().getJsonObject(type).getValue("example");
            body = text(sessions.body(operation, example)).getBytes(StandardCharsets.UTF_8);
            headers.add(Map.entry("Content-Type", type));
            headers.add(Map.entry("Content-Length", Integer.toString(body.length)));
        }
        return RawRequest.of(
                operation,
                headers,
                body,
                parameter -> parameter.required() || parameter.equals(optional)
                        ? List.of(value(parameter, product))
                        : List.of());
    }

    private static String text(Object example) {
        return example instanceof String text ? text : Json.encode(example);
    }

    /** A key that somebody used for something else would be refused. */
    private Object value(Parameter parameter, long product) {
        return switch (parameter.name()) {
            case "productId" -> product;
            case "userId" -> sessions.user();
            case "Idempotency-Key" -> "\"" + UUID.randomUUID() + "\"";
            default -> parameter.example();
        };
    }
}
