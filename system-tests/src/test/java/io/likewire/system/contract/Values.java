package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/** Values that a schema allows, and values that few would expect. */
record Values(Random random) {
    private static final int DEEP = 40;

    /** What a schema allows, more or less. */
    Object valid(JsonObject schema) {
        if (schema.containsKey("enum")) {
            JsonArray values = schema.getJsonArray("enum");
            return values.getValue(random.nextInt(values.size()));
        }
        if (schema.containsKey("const")) {
            return schema.getValue("const");
        }
        String type = schema.getValue("type") instanceof JsonArray types
                ? types.getString(random.nextInt(types.size()))
                : schema.getString("type", "object");
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> number(schema);
            case "boolean" -> random.nextBoolean();
            case "null" -> null;
            default -> text(schema);
        };
    }

    private JsonObject object(JsonObject schema) {
        JsonObject object = new JsonObject();
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        for (String name : properties.fieldNames()) {
            if (required(schema, name) || random.nextInt(4) > 0) {
                object.put(name, valid(properties.getJsonObject(name)));
            }
        }
        return object;
    }

    private static boolean required(JsonObject schema, String name) {
        return schema.getJsonArray("required", new JsonArray()).contains(name);
    }

    private JsonArray array(JsonObject schema) {
        JsonArray array = new JsonArray();
        int most = Math.min(5, schema.getInteger("maxItems", 5));
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            array.add(valid(schema.getJsonObject("items", new JsonObject())));
        }
        return array;
    }

    private long number(JsonObject schema) {
        long least = schema.getLong("minimum", 0L);
        long most = schema.getLong("maximum", Long.MAX_VALUE);
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt((int) Math.min(50, Math.max(1, most - least)));
        };
    }

    private Object text(JsonObject schema) {
        if (schema.containsKey("example") && random.nextBoolean()) {
            return schema.getValue("example");
        }
        int most = Math.min(300, schema.getInteger("maxLength", 40));
        return switch (random.nextInt(5)) {
            case 0 -> "x".repeat(most);
            case 1 -> "/" + "y".repeat(random.nextInt(20));
            case 2 -> "https://example.org/" + random.nextInt();
            case 3 -> "é漢🍵".repeat(1 + random.nextInt(3));
            default -> "Tea " + random.nextInt(1_000);
        };
    }

    /** A text that is seldom what was asked for. */
    String odd() {
        List<String> odd = List.of(
                "",
                " ",
                "0",
                "-1",
                "01",
                "1.5",
                "1e9",
                "NaN",
                "null",
                "true",
                "9223372036854775807",
                "9223372036854775808",
                "9".repeat(100),
                "é漢🍵",
                "\u202Egnp.exe",
                "a\u0000b",
                "../../etc/passwd",
                "' OR 1=1 --",
                "<script>alert(1)</script>",
                "${jndi:ldap://x}",
                "%s%n",
                "[]",
                "{}",
                "1,2,3",
                "*",
                "\"x\"",
                "W/\"1-1\"",
                "\"1-1\", \"2-2\"",
                "x".repeat(300),
                "x".repeat(3_000));
        return odd.get(random.nextInt(odd.size()));
    }

    /** A JSON value of another kind than was asked for. */
    Object strange() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> random.nextDouble() * 1e300;
            case 4 -> new JsonArray().add(odd()).add(random.nextInt());
            case 5 -> new JsonObject().put(odd(), odd());
            case 6 -> nested();
            case 7 -> -random.nextInt(10);
            default -> odd();
        };
    }

    private Object nested() {
        Object value = odd();
        for (int i = random.nextInt(DEEP); i > 0; i--) {
            value = random.nextBoolean() ? new JsonArray().add(value) : new JsonObject().put("a", value);
        }
        return value;
    }
}
