package io.likewire.system.rig.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A run as a page that needs nothing but itself. */
final class Page {
    private Page() {}

    static String of(JsonObject run) {
        String body = """
                <p><a href="index.html">All runs</a></p>
                <h1>%s <span class="%s">%s</span></h1>
                <p>%s form, seed %d, %s, %d processors. Replay with <code>-Dlikewire.seed=%d</code>.</p>
                %s%s
                <h2>What happened</h2>
                %s
                <p class="legend"><i class="good"></i> answered <i class="bad"></i> timeout, cut or 5xx
                <i class="SIGKILL"></i> SIGKILL <i class="SIGTERM"></i> SIGTERM <i class="SIGSTOP"></i> SIGSTOP
                <i class="other"></i> other. Point at anything for its numbers.</p>
                %s
                """.formatted(
                        escaped(run.getString("name")),
                        verdictClass(run),
                        verdictClass(run),
                        run.getString("form"),
                        run.getLong("seed"),
                        run.getString("startedAt"),
                        run.getInteger("processors"),
                        run.getLong("seed"),
                        failure(run),
                        table("Verdict", run.getJsonObject("verdict")),
                        Chart.of(run),
                        table("Figures", figures(run)));
        return html(run.getString("name"), body);
    }

    static String html(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width"><style>
                %s</style></head><body>
                %s</body></html>
                """.formatted(escaped(title), style(), body);
    }

    static String verdictClass(JsonObject run) {
        return run.getBoolean("passed", false) ? "passed" : "failed";
    }

    private static String failure(JsonObject run) {
        String failure = run.getString("failure");
        return failure == null ? "" : "<pre>%s</pre>".formatted(escaped(failure));
    }

    private static JsonObject figures(JsonObject run) {
        JsonArray healed = run.getJsonArray("connectedToHealedMillis");
        JsonObject figures = run.getJsonObject("figures").copy();
        if (!healed.isEmpty()) {
            figures.put("connections of pages", healed.size())
                    .put(
                            "slowest from connected to all counts shown, ms",
                            healed.stream()
                                    .mapToLong(millis -> ((Number) millis).longValue())
                                    .max()
                                    .orElse(0));
        }
        return figures;
    }

    private static String table(String caption, JsonObject values) {
        if (values == null) {
            return "";
        }
        String rows = values.stream()
                .filter(entry -> !(entry.getValue() instanceof JsonArray array && array.isEmpty()))
                .map(entry -> "<tr><th>%s</th><td>%s</td></tr>"
                        .formatted(escaped(entry.getKey()), escaped(String.valueOf(entry.getValue()))))
                .collect(Collectors.joining("\n"));
        return "<h2>%1$s</h2>\n<table class=\"%1$s\">%2$s</table>\n".formatted(caption, rows);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream css = Page.class.getResourceAsStream("/promises/report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
