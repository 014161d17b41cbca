package io.likewire.system.contract;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether an answer is one that the OpenAPI file has for the operation: status, headers, media type and body. */
final class AnswerCheck {
    private static final Set<String> OF_HTTP = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "date",
            "vary",
            "cache-control",
            "accept-ranges",
            "last-modified",
            "allow",
            "set-cookie");
    private final Operation operation;
    private final RawRequest request;
    private final RawAnswer answer;
    private final List<String> complaints = new ArrayList<>();

    private AnswerCheck(Operation operation, RawRequest request, RawAnswer answer) {
        this.operation = operation;
        this.request = request;
        this.answer = answer;
    }

    /** What is wrong; empty when nothing is. */
    static List<String> complaints(Operation operation, RawRequest request, RawAnswer answer) {
        AnswerCheck check = new AnswerCheck(operation, request, answer);
        check.run();
        return check.complaints;
    }

    private void run() {
        JsonObject response = operation.response(answer.status());
        if (response == null) {
            complaints.add("status " + answer.status() + " is not listed: " + answer.text());
            return;
        }
        headers(operation.headersOfAll(), true);
        JsonObject own = response.getJsonObject("headers", new JsonObject());
        headers(own, false);
        answer.headers().keySet().stream()
                .filter(name -> !OF_HTTP.contains(name))
                .filter(name -> !has(own, name) && !has(operation.headersOfAll(), name))
                .forEach(name -> complaints.add("header " + name + " is not listed for " + answer.status()));
        if (answer.body().length > 0) {
            body(response.getJsonObject("content", new JsonObject()));
        }
    }

    private void headers(JsonObject described, boolean always) {
        for (String name : described.fieldNames()) {
            JsonObject header = described.getJsonObject(name);
            String value = answer.header(name);
            if (value == null) {
                if (always || header.getBoolean("required", false)) {
                    complaints.add("header " + name + " is missing");
                }
                continue;
            }
            JsonObject schema = header.getJsonObject("schema");
            Schemas.complaints(schema, typed(value, schema.getString("type", "string")))
                    .forEach(complaint -> complaints.add("header " + name + " " + complaint));
        }
    }

    private static Object typed(String value, String type) {
        if (type.equals("integer") && value.matches("-?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        return type.equals("boolean") && value.matches("true|false") ? (Object) Boolean.valueOf(value) : value;
    }

    private static boolean has(JsonObject headers, String name) {
        return headers.fieldNames().stream().anyMatch(name::equalsIgnoreCase);
    }

    private void body(JsonObject content) {
        JsonObject media = content.getJsonObject(answer.mediaType());
        if (media == null) {
            complaints.add("media type " + answer.mediaType() + " is not listed for " + answer.status());
            return;
        }
        boolean json = answer.mediaType().matches(".*[/+]json");
        if (!json || !media.containsKey("schema")) {
            return;
        }
        try {
            Object body = Json.decodeValue(answer.text());
            complaints.addAll(Schemas.complaints(media.getJsonObject("schema"), body));
            problem(body);
        } catch (DecodeException e) {
            complaints.add("a body that is no JSON: " + answer.text());
        }
    }

    private void problem(Object json) {
        if (!"application/problem+json".equals(answer.mediaType()) || !(json instanceof JsonObject problem)) {
            return;
        }
        if (!Integer.valueOf(answer.status()).equals(problem.getInteger("status"))) {
            complaints.add("status " + answer.status() + " with a problem of " + problem.getInteger("status"));
        }
        if (!String.valueOf(answer.header("x-request-id")).equals(problem.getString("requestId"))) {
            complaints.add("requestId is not X-Request-Id after " + request);
        }
    }
}
