package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that a schema allows, and values that few would expect. */
record Values(Random random) {
    private static final int DEEP = 40;
    private static final List<String> ODD = Stream.of(
                    ("0  -1  01  1.5  1e9  NaN  null  true  9223372036854775807  9223372036854775808  é漢🍵  \u202Egnp.exe  a\u0000b"
                                    + "  ../../etc/passwd  ' OR 1=1 --  <script>alert(1)</script>  ${jndi:ldap://x}  %s%n  []  {}  1,2,3  *"
                                    + "  \"x\"  W/\"1-1\"  \"1-1\", \"2-2\"")
                            .split("  "),
                    new String[] {"", " ", "9".repeat(100), "x".repeat(300), "x".repeat(3_000)})
            .flatMap(Stream::of)
            .toList();

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A text that is seldom what was asked for. */
    String odd() {
        return one(ODD);
    }

    /** What a schema allows, more or less. */
    Object valid(JsonObject schema) {
        if (schema.containsKey("enum")) {
            return one(schema.getJsonArray("enum").stream().toList());
        }
        Object types = schema.getValue("type", "object");
        return switch (types instanceof JsonArray several
                ? (String) one(several.stream().toList())
                : (String) types) {
            case "object" -> object(schema);
            case "array" ->
                new JsonArray(IntStream.range(0, random.nextInt(1 + Math.min(5, schema.getInteger("maxItems", 5))))
                        .mapToObj(i -> valid(schema.getJsonObject("items")))
                        .toList());
            case "integer", "number" ->
                number(schema.getLong("minimum", 0L), schema.getLong("maximum", Long.MAX_VALUE));
            case "boolean" -> random.nextBoolean();
            case "null" -> null;
            default -> text(schema);
        };
    }

    private JsonObject object(JsonObject schema) {
        JsonObject object = new JsonObject();
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        schema.getJsonObject("properties", new JsonObject()).forEach(property -> {
            if (required.contains(property.getKey()) || !once(4)) {
                object.put(property.getKey(), valid((JsonObject) property.getValue()));
            }
        });
        return object;
    }

    private long number(long least, long most) {
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
        return switch (random.nextInt(5)) {
            case 0 -> "x".repeat(Math.min(300, schema.getInteger("maxLength", 40)));
            case 1 -> "/" + "y".repeat(random.nextInt(20));
            case 2 -> "https://example.org/" + random.nextInt();
            case 3 -> "é漢🍵".repeat(1 + random.nextInt(3));
            default -> "Tea " + random.nextInt(1_000);
        };
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

    /** The same with something wrong in it. */
    Object bent(Object value) {
        if (value instanceof JsonArray array && random.nextBoolean()) {
            return array.copy().add(strange());
        }
        if (!(value instanceof JsonObject valid)) {
            return strange();
        }
        JsonObject object = valid.copy();
        String name = object.isEmpty() ? "title" : one(List.copyOf(object.fieldNames()));
        return switch (random.nextInt(4)) {
            case 0 -> {
                object.remove(name);
                yield object;
            }
            case 1 -> object.put(odd(), strange());
            case 2 -> object.put(name, bent(object.getValue(name)));
            default -> object.put(name, strange());
        };
    }
}
