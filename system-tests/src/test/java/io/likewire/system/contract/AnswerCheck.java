package io.likewire.system.contract;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Whether an answer is one that the OpenAPI file has for the operation: status, headers, media type and body. */
record AnswerCheck(Operation operation, RawAnswer answer, List<String> complaints) {
    private static final Set<String> OF_HTTP =
            Set.of(("content-type content-length content-encoding transfer-encoding connection date vary cache-control"
                            + " accept-ranges last-modified allow set-cookie")
                    .split(" "));

    /** What is wrong; empty when nothing is. */
    static List<String> complaints(Operation operation, RawAnswer answer) {
        AnswerCheck check = new AnswerCheck(operation, answer, new ArrayList<>());
        check.run();
        return check.complaints;
    }

    private void run() {
        JsonObject response = operation.response(answer.status());
        if (response == null) {
            complaints.add("status " + answer.status() + " is not listed: " + answer.text());
            return;
        }
        JsonObject own = response.getJsonObject("headers", new JsonObject());
        headers(operation.headersOfAll(), true);
        headers(own, false);
        Set<String> unlisted = new TreeSet<>();
        answer.headers().names().forEach(name -> unlisted.add(name.toLowerCase(Locale.ROOT)));
        unlisted.removeAll(OF_HTTP);
        List.of(own, operation.headersOfAll())
                .forEach(listed -> listed.fieldNames().forEach(name -> unlisted.remove(name.toLowerCase(Locale.ROOT))));
        unlisted.forEach(name -> complaints.add("header " + name + " is not listed for " + answer.status()));
        if (!answer.text().isEmpty()) {
            body(response.getJsonObject("content", new JsonObject()));
        }
    }

    private void headers(JsonObject described, boolean always) {
        for (String name : described.fieldNames()) {
            JsonObject header = described.getJsonObject(name);
            JsonObject schema = header.getJsonObject("schema");
            String value = answer.header(name);
            if (value != null) {
                Schemas.complaints(schema, typed(value, schema.getString("type", "string")))
                        .forEach(complaint -> complaints.add("header " + name + " " + complaint));
            } else if (header.getBoolean("required", always)) {
                complaints.add("header " + name + " is missing");
            }
        }
    }

    private static Object typed(String value, String type) {
        boolean other = type.equals("integer") && value.matches("-?\\d{1,18}")
                || type.equals("boolean") && value.matches("true|false");
        return other ? Json.decodeValue(value) : value;
    }

    private void body(JsonObject content) {
        String type = answer.mediaType();
        JsonObject media = type == null ? null : content.getJsonObject(type);
        if (media == null) {
            complaints.add("media type " + type + " is not listed for " + answer.status());
        } else if (type.matches(".*[/+]json")) {
            try {
                Object body = Json.decodeValue(answer.text());
                complaints.addAll(Schemas.complaints(media.getJsonObject("schema"), body));
                if (type.equals("application/problem+json") && body instanceof JsonObject problem) {
                    problem(problem);
                }
            } catch (DecodeException e) {
                complaints.add("a body that is no JSON: " + answer.text());
            }
        }
    }

    private void problem(JsonObject problem) {
        if (!Integer.valueOf(answer.status()).equals(problem.getValue("status"))) {
            complaints.add("status " + answer.status() + " with a problem of " + problem.getValue("status"));
        }
        if (!String.valueOf(answer.header("x-request-id")).equals(problem.getValue("requestId"))) {
            complaints.add("requestId is not X-Request-Id");
        }
    }
}
