package io.likewire.system.rig.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as a text: what came of it, what was done when, and how it was answered. */
final class Summary {
    private static final int A_LINE = 10;

    private Summary() {}

    static String of(JsonObject run) {
        return String.format(
                Locale.ROOT,
                """
                %s %s, seed %d, %s form, %d s from %s, %d processors
                Again: -Dlikewire.seed=%d. Ledger: %s. Outputs of the processes: target/process-logs.
                %s
                Verdict
                %s
                Figures
                %s
                Done, in seconds
                %s
                Answers in each second, good/bad
                %s""",
                run.getBoolean("passed", false) ? "PASSED" : "FAILED",
                run.getString("name"),
                run.getLong("seed"),
                run.getString("form"),
                run.getLong("millis") / 1000,
                run.getString("startedAt"),
                run.getInteger("processors"),
                run.getLong("seed"),
                run.getString("ledger"),
                run.containsKey("failure") ? "\n" + run.getString("failure") + "\n" : "",
                lines(run.getJsonObject("verdict", new JsonObject())),
                lines(run.getJsonObject("figures")),
                done(run.getJsonArray("timeline")),
                answers(run.getJsonArray("seconds", new JsonArray())));
    }

    private static String lines(JsonObject values) {
        return values.stream()
                .map(entry -> String.format(Locale.ROOT, "  %s: %s%n", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String done(JsonArray timeline) {
        return timeline.stream()
                .map(JsonObject.class::cast)
                .map(span -> String.format(
                        Locale.ROOT,
                        "  %7.1f to %7.1f  %s: %s%n",
                        span.getLong("from") / 1e3,
                        span.getLong("until") / 1e3,
                        span.getString("lane"),
                        span.getString("what")))
                .collect(Collectors.joining());
    }

    private static String answers(JsonArray seconds) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < seconds.size(); i++) {
            JsonArray count = seconds.getJsonArray(i);
            text.append(i % A_LINE == 0 ? String.format(Locale.ROOT, "%n%5d s", i) : "")
                    .append(String.format(Locale.ROOT, " %8s", count.getLong(0) + "/" + count.getLong(1)));
        }
        return text.append('\n').substring(1);
    }
}
