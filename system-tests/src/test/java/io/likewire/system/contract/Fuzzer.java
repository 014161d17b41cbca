package io.likewire.system.contract;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Requests for one operation, valid and broken. The same seed makes the same requests. */
final class Fuzzer {
    private final Operation operation;
    private final Supplier<Object> product;
    private final String token;
    private final Random random;
    private final Values values;

    /**
     * @param product the id of a product, or a user, that exists
     * @param token of whoever the operation takes
     */
    Fuzzer(Operation operation, long seed, Supplier<Object> product, String token) {
        this.operation = operation;
        this.product = product;
        this.token = token;
        this.random = new Random(seed);
        this.values = new Values(random);
    }

    RawRequest next() {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Host", "127.0.0.1"));
        for (Parameter parameter : operation.parameters("header")) {
            if (parameter.required() || random.nextInt(3) == 0) {
                headers.add(Map.entry(parameter.name(), oneLine(value(parameter))));
            }
        }
        boolean known = operation.knowsCallers() || operation.takesAccount();
        if (known && random.nextInt(8) > 0) {
            headers.add(Map.entry("Authorization", "Bearer " + token));
        }
        byte[] body = body(headers);
        if (random.nextInt(8) == 0) {
            oddHeader(headers);
        }
        return new RawRequest(method(), target(), headers, body);
    }

    private String method() {
        return random.nextInt(40) > 0
                ? operation.method()
                : List.of("GET", "HEAD", "TRACE", "PATCH", "DELETE", "FOO", "get")
                        .get(random.nextInt(7));
    }

    private String target() {
        String target = operation.path();
        for (Parameter parameter : operation.parameters("path")) {
            target = target.replace("{" + parameter.name() + "}", encode(value(parameter)));
        }
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters("query")) {
            for (int times = random.nextInt(12) == 0 ? 2 : random.nextInt(2); times > 0; times--) {
                query.append('&').append(parameter.name()).append('=').append(encode(value(parameter)));
            }
        }
        if (random.nextInt(15) == 0) {
            query.append('&').append(encode(values.odd())).append('=').append(encode(values.odd()));
        }
        String whole = query.isEmpty() ? target : target + "?" + query.substring(1);
        return random.nextInt(50) == 0
                ? whole + List.of("%", "%zz", "?", "?&&=").get(random.nextInt(4))
                : whole;
    }

    private String value(Parameter parameter) {
        if (random.nextInt(3) == 0) {
            return values.odd();
        }
        if (parameter.name().endsWith("Id") && parameter.in().equals("path") && random.nextInt(4) > 0) {
            return String.valueOf(product.get());
        }
        boolean example = parameter.example() != null && random.nextBoolean();
        return Contract.printed(example ? parameter.example() : values.valid(parameter.schema()));
    }

    private byte[] body(List<Map.Entry<String, String>> headers) {
        JsonObject bodies = operation.bodies();
        if (bodies.isEmpty() && random.nextInt(10) > 0) {
            return new byte[0];
        }
        List<String> types = new ArrayList<>(bodies.fieldNames());
        String type = types.isEmpty() ? "application/json" : types.get(random.nextInt(types.size()));
        JsonObject schema = bodies.getJsonObject(type, new JsonObject()).getJsonObject("schema", new JsonObject());
        byte[] body = new FuzzedBodies(random, values).body(type, schema);
        switch (random.nextInt(12)) {
            case 0 -> headers.add(Map.entry("Content-Type", oneLine(values.odd())));
            case 1 -> headers.add(Map.entry("X-Nothing", "1"));
            case 2 -> headers.add(Map.entry("Content-Type", type + "; charset=utf-8"));
            default -> headers.add(Map.entry("Content-Type", type));
        }
        if (random.nextInt(10) == 0) {
            headers.add(Map.entry("Transfer-Encoding", "chunked"));
            return chunked(body);
        }
        headers.add(Map.entry("Content-Length", Integer.toString(body.length)));
        return body;
    }

    private static byte[] chunked(byte[] body) {
        byte[] start = (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = (body.length == 0 ? "\r\n" : "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        System.arraycopy(end, 0, all, start.length + body.length, end.length);
        return all;
    }

    private void oddHeader(List<Map.Entry<String, String>> headers) {
        String name = List.of(
                        "Authorization",
                        "Cookie",
                        "Accept",
                        "Accept-Encoding",
                        "If-Match",
                        "If-None-Match",
                        "Idempotency-Key",
                        "Last-Event-ID",
                        "Origin",
                        "Range",
                        "X-Request-Id",
                        "traceparent",
                        "Bad Name",
                        "X-Long")
                .get(random.nextInt(14));
        String value = name.equals("X-Long") ? "x".repeat(9_000) : oneLine(values.odd());
        headers.add(Map.entry(name, name.equals("Authorization") && random.nextBoolean() ? "Bearer " + value : value));
    }

    private static String oneLine(String value) {
        return value.replace("\r", "").replace("\n", "").replace("\u0000", "");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
