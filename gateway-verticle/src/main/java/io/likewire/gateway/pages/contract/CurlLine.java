package io.likewire.gateway.pages.contract;

import static io.likewire.gateway.pages.contract.Contract.map;

import io.vertx.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an operation is called from a shell, with the examples of the contract. {@code {site}} is the address of the site. */
record CurlLine(Examples examples) {
    private static final String JSON = "application/json";

    /** @param signedIn whether it takes an account */
    String of(
            String method,
            String path,
            List<Map<String, Object>> parameters,
            Map<String, Object> body,
            boolean signedIn) {
        StringBuilder line = new StringBuilder("curl");
        if (!method.equals("get")) {
            line.append(" -X ").append(method.toUpperCase(Locale.ROOT));
        }
        line.append(" '{site}").append(address(path, parameters)).append('\'');
        if (signedIn) {
            line.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        }
        Map<String, Object> content = map(body.get("content"));
        if (content.containsKey(JSON)) {
            String json = Json.encode(examples.of(map(content.get(JSON))));
            line.append(" \\\n  -H 'Content-Type: " + JSON + "' \\\n  -d ").append(quoted(json));
        } else if (!content.isEmpty()) {
            String type = content.keySet().iterator().next();
            line.append(" \\\n  -H 'Content-Type: ").append(type).append("' \\\n  --data-binary @FILE");
        }
        return line.toString();
    }

    private static String address(String path, List<Map<String, Object>> parameters) {
        String address = path;
        String separator = "?";
        for (Map<String, Object> parameter : parameters) {
            String name = parameter.get("name").toString();
            String example = String.valueOf(parameter.get("example"));
            address = address.replace("{" + name + "}", example);
            if (parameter.get("in").equals("query") && Boolean.TRUE.equals(parameter.get("required"))) {
                address += separator + name + "=" + example;
                separator = "&";
            }
        }
        return address;
    }

    /** In a shell's single quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
