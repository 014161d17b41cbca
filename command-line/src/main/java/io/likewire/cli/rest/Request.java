package io.likewire.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** @param body null for none; its type is among the headers */
public record Request(String method, String path, byte[] body, Map<String, String> headers) {
    private static final String TYPE = "Content-Type";
    private static final String KEY = "Idempotency-Key";
    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE");

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request of(String method, String path, JsonNode body) {
        return body == null
                ? new Request(method, path, null, Map.of())
                : new Request(
                        method,
                        path,
                        body.toString().getBytes(StandardCharsets.UTF_8),
                        Map.of(TYPE, "application/json"));
    }

    /**
     * A file as it is, whatever is in it.
     *
     * @param key the same one for whatever is to have its effect once
     */
    public static Request upload(String path, byte[] file, String type, String key) {
        return new Request("POST", path, file, Map.of(TYPE, type, KEY, '"' + key + '"'));
    }

    public static Request get(String path) {
        return of("GET", path, null);
    }

    public static Request delete(String path) {
        return of("DELETE", path, null);
    }

    /** With a key: asked again after a lost answer, it has its effect once. */
    public static Request create(String path, JsonNode body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    /** @param key the same one for whatever is to have its effect once */
    public static Request create(String path, JsonNode body, String key) {
        return of("POST", path, body).with(KEY, '"' + key + '"');
    }

    /** @param value null leaves it out */
    public Request with(String header, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, more);
    }

    /** Whether asking twice does what asking once does. */
    boolean isRepeatable() {
        return REPEATABLE.contains(method) || headers.containsKey(KEY);
    }
}
