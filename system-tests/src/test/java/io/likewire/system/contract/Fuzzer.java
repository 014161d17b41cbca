package io.likewire.system.contract;

import io.likewire.system.contract.Operation.Parameter;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests for one operation, valid and broken. The same seed makes the same requests.
 *
 * @param existing the id of a product, or a user, that exists
 * @param token of whoever the operation takes
 */
record Fuzzer(Operation operation, long existing, String token, Values values) {
    private static final int TOO_LARGE = 70_000;
    private static final int VERY_DEEP = 10_000;
    private static final int LONG_NUMBER = 50_000;
    private static final List<String> METHODS = List.of("GET", "HEAD", "TRACE", "PATCH", "DELETE", "FOO", "get");
    private static final List<String> HEADERS = List.of(
            ("Authorization Cookie Accept Accept-Encoding If-Match If-None-Match Idempotency-Key Last-Event-ID Origin Range"
                            + " X-Request-Id traceparent Bad~Name X-Long")
                    .split(" "));

    RawRequest next() {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Host", "127.0.0.1"));
        if ((operation.knowsCallers() || operation.takesAccount()) && !values.once(8)) {
            headers.add(Map.entry("Authorization", "Bearer " + token));
        }
        byte[] body = operation.bodies().isEmpty() && !values.once(10) ? new byte[0] : body(headers);
        if (values.once(8)) {
            headers.add(oddHeader());
        }
        String method = values.once(40) ? values.one(METHODS) : operation.method();
        String target = RawRequest.of(operation, headers, body, this::values).target();
        if (values.once(15)) {
            target += target.contains("?") ? "&" : "?";
            target += RawRequest.encoded(values.odd()) + "=" + RawRequest.encoded(values.odd());
        }
        target += values.once(50) ? values.one(List.of("%", "%zz", "?", "?&&=")) : "";
        return new RawRequest(method, target, headers, body);
    }

    private List<?> values(Parameter parameter) {
        int times =
                switch (parameter.in()) {
                    case "path" -> 1;
                    case "header" -> parameter.required() || values.once(3) ? 1 : 0;
                    default -> values.once(12) ? 2 : values.random().nextInt(2);
                };
        return Stream.generate(() -> value(parameter)).limit(times).toList();
    }

    /** Of those who exist only one of our own: the administrator's rights are needed later. */
    private Object value(Parameter parameter) {
        if (values.once(3)) {
            String odd = values.odd();
            // nothing in its place is another address
            return odd.isEmpty() && parameter.in().equals("path") ? "0" : odd;
        }
        if (parameter.isId()) {
            return existing;
        }
        return parameter.example() != null && values.random().nextBoolean()
                ? parameter.example()
                : values.valid(parameter.schema());
    }

    private byte[] body(List<Map.Entry<String, String>> headers) {
        JsonObject bodies = operation.bodies();
        String type = bodies.isEmpty() ? "application/json" : values.one(List.copyOf(bodies.fieldNames()));
        Object valid =
                values.valid(bodies.getJsonObject(type, new JsonObject()).getJsonObject("schema", new JsonObject()));
        byte[] body =
                switch (values.random().nextInt(4)) {
                    case 0, 1 -> bytes(printed(type, valid));
                    case 2 -> bytes(printed(type, values.bent(valid)));
                    default -> broken(printed(type, valid));
                };
        switch (values.random().nextInt(12)) {
            case 0 -> headers.add(Map.entry("Content-Type", oneLine(values.odd())));
            case 1 -> headers.add(Map.entry("X-Nothing", "1"));
            case 2 -> headers.add(Map.entry("Content-Type", type + "; charset=utf-8"));
            default -> headers.add(Map.entry("Content-Type", type));
        }
        headers.add(values.once(10) ? RawRequest.CHUNKED : Map.entry("Content-Length", Integer.toString(body.length)));
        return body;
    }

    private static String printed(String mediaType, Object value) {
        return mediaType.equals("application/x-www-form-urlencoded") && value instanceof JsonObject form
                ? form.stream()
                        .map(field -> RawRequest.encoded(field.getKey()) + "="
                                + RawRequest.encoded(String.valueOf(field.getValue())))
                        .collect(Collectors.joining("&"))
                : Json.encode(value);
    }

    /** No JSON at all, or too much of it. */
    private byte[] broken(String text) {
        return switch (values.random().nextInt(11)) {
            case 0 -> new byte[0];
            case 1 -> bytes(text.substring(0, values.random().nextInt(text.length() + 1)));
            case 2 -> bytes(text + text);
            case 3 -> bytes(text.replaceFirst("\\{", "{\"title\":1,"));
            case 4 -> "{\"\u00C0\u00AF\":1}".getBytes(StandardCharsets.ISO_8859_1);
            case 5 -> bytes("[".repeat(VERY_DEEP));
            case 6 -> bytes("{\"a\":".repeat(VERY_DEEP));
            case 7 -> bytes("{\"productIds\":[" + "9".repeat(LONG_NUMBER) + "]}");
            case 8 -> bytes(" ".repeat(TOO_LARGE) + text);
            case 9 -> noise();
            default -> bytes("\uFEFF" + text);
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[values.random().nextInt(200)];
        values.random().nextBytes(noise);
        return noise;
    }

    private Map.Entry<String, String> oddHeader() {
        String name = values.one(HEADERS).replace('~', ' ');
        String value = name.equals("X-Long") ? "x".repeat(9_000) : oneLine(values.odd());
        return Map.entry(
                name, name.equals("Authorization") && values.random().nextBoolean() ? "Bearer " + value : value);
    }

    private static String oneLine(String value) {
        return value.replace("\u0000", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
