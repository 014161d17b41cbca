package io.likewire.system.contract;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Bodies: as the schema has them, with something wrong in them, or no JSON at all. */
record FuzzedBodies(Random random, Values values) {
    private static final int TOO_LARGE = 70_000;
    private static final int VERY_DEEP = 10_000;
    private static final int LONG_NUMBER = 50_000;

    byte[] body(String mediaType, JsonObject schema) {
        Object valid = values.valid(schema);
        return switch (random.nextInt(4)) {
            case 0, 1 -> print(mediaType, valid);
            case 2 -> print(mediaType, bent(valid));
            default -> broken(print(mediaType, valid));
        };
    }

    private byte[] print(String mediaType, Object value) {
        boolean form = mediaType.equals("application/x-www-form-urlencoded");
        String text = form && value instanceof JsonObject object ? form(object) : Json.encode(value);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String form(JsonObject object) {
        return object.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Object bent(Object value) {
        if (value instanceof JsonObject object) {
            return bent(object.copy());
        }
        if (value instanceof JsonArray array && random.nextBoolean()) {
            return array.copy().add(values.strange());
        }
        return values.strange();
    }

    private JsonObject bent(JsonObject object) {
        List<String> names = new ArrayList<>(object.fieldNames());
        String name = names.isEmpty() ? "title" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(values.odd(), values.strange());
            case 2 -> object.put(name, bent(object.getValue(name)));
            default -> object.put(name, values.strange());
        }
        return object;
    }

    private byte[] broken(byte[] valid) {
        String text = new String(valid, StandardCharsets.UTF_8);
        return switch (random.nextInt(11)) {
            case 0 -> new byte[0];
            case 1 -> bytes(text.substring(0, random.nextInt(text.length() + 1)));
            case 2 -> bytes(text + text);
            case 3 -> bytes(text.replaceFirst("\\{", "{\"title\":1,"));
            case 4 -> new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
            case 5 -> bytes("[".repeat(VERY_DEEP));
            case 6 -> bytes("{\"a\":".repeat(VERY_DEEP));
            case 7 -> bytes("{\"productIds\":[" + "9".repeat(LONG_NUMBER) + "]}");
            case 8 -> bytes(" ".repeat(TOO_LARGE) + text);
            case 9 -> noise();
            default -> bytes("\uFEFF" + text);
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
