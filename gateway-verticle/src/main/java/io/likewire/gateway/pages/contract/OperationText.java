package io.likewire.gateway.pages.contract;

import static io.likewire.gateway.pages.contract.Contract.list;
import static io.likewire.gateway.pages.contract.Contract.map;
import static java.util.stream.Collectors.joining;

import io.likewire.gateway.pages.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One operation: what it does, what it takes, what it answers, and how to call it. */
final class OperationText {
    private final Contract contract;
    private final Prose prose;
    private final Examples examples;
    private final Fields fields;
    private final CurlLine curl;

    OperationText(Contract contract, Prose prose) {
        this.contract = contract;
        this.prose = prose;
        this.examples = new Examples(contract);
        this.fields = new Fields(contract, prose);
        this.curl = new CurlLine(examples);
    }

    /** @param shared the parameters of all operations at this path */
    String of(String path, String method, Map<String, Object> operation, List<Object> shared) {
        List<Map<String, Object>> parameters = Stream.of(shared, list(operation.get("parameters")))
                .flatMap(List::stream)
                .map(contract::resolved)
                .toList();
        Map<String, Object> body = contract.resolved(operation.get("requestBody"));
        List<Object> security =
                list(operation.getOrDefault("security", contract.root().get("security")));
        boolean signedIn = !security.contains(Map.of()) && security.toString().contains("account");
        return "<section class=\"operation\" id=\"" + operation.get("operationId") + "\">\n<h3>"
                + prose.line(operation.get("summary")) + "</h3>\n<p class=\"address\"><b>"
                + method.toUpperCase(Locale.ROOT) + "</b> <code>" + Markup.escaped(path) + "</code></p>\n"
                + prose.html(operation.get("description"))
                + "<p>" + callers(security) + "</p>\n"
                + parameters(parameters)
                + body(body)
                + "<h4>Example</h4>\n" + Prose.code(curl.of(method, path, parameters, body, signedIn))
                + "<h4>Answers</h4>\n" + answers(map(operation.get("responses")))
                + "</section>\n";
    }

    /** Each entry is one way to be known, and an empty one needs none. */
    private static String callers(List<Object> security) {
        return security.stream()
                .map(way -> map(way).isEmpty()
                        ? "anybody"
                        : map(way).entrySet().stream()
                                .map(scheme -> "<code>" + scheme.getKey() + "</code>" + roles(list(scheme.getValue())))
                                .collect(joining(" and ")))
                .collect(joining(", ", "For: ", ""));
    }

    private static String roles(List<Object> roles) {
        return roles.isEmpty() ? "" : roles.stream().map(String::valueOf).collect(joining(", ", " with the role ", ""));
    }

    private String parameters(List<Map<String, Object>> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.stream()
                .map(one -> fields.parameter(
                        one.get("name").toString(), one.get("in").toString(), one))
                .collect(joining("", "<h4>Parameters</h4>\n<ul class=\"fields\">\n", "</ul>\n"));
    }

    private String body(Map<String, Object> body) {
        if (body.isEmpty()) {
            return "";
        }
        return "<h4>Body</h4>\n" + prose.html(body.get("description")) + content(map(body.get("content")));
    }

    private String answers(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer(answer.getKey(), contract.resolved(answer.getValue())))
                .collect(joining());
    }

    private String answer(String status, Map<String, Object> answer) {
        String summary = "<b>" + status + "</b> " + prose.line(answer.get("description"));
        Map<String, Object> headers = map(answer.get("headers"));
        String content = content(map(answer.get("content")));
        if (headers.isEmpty() && content.isEmpty()) {
            return "<p class=\"answer\">" + summary + "</p>\n";
        }
        String named = headers.entrySet().stream()
                .map(header -> fields.parameter(header.getKey(), "", contract.resolved(header.getValue())))
                .collect(joining("", "<ul class=\"fields\">\n", "</ul>\n"));
        return "<details class=\"answer\"><summary>" + summary + "</summary>\n" + (headers.isEmpty() ? "" : named)
                + content + "</details>\n";
    }

    /** The first type with its members and an example; the others have the same. */
    private String content(Map<String, Object> content) {
        if (content.isEmpty()) {
            return "";
        }
        Map<String, Object> first = map(content.values().iterator().next());
        Object example = examples.of(first);
        String types = content.keySet().stream()
                .map(type -> "<code>" + type + "</code>")
                .collect(joining(", "));
        return "<p>" + types + "</p>\n" + fields.of(first.get("schema"))
                + (example == null ? "" : Prose.example(example));
    }
}
