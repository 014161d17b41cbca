package io.likewire.system.rig.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run as one picture: answers a second, the machine's load, and a lane for each thing that something happened to. */
final class Chart {
    private static final int LEFT = 90;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 160;
    private static final int LANE = 22;

    private final StringBuilder svg = new StringBuilder();
    private final double millis;
    private int top = 10;

    private Chart(long millis) {
        this.millis = Math.max(1_000, millis);
    }

    static String of(JsonObject run) {
        Chart chart = new Chart(run.getLong("millis"));
        JsonArray seconds = run.getJsonArray("seconds", new JsonArray());
        chart.columns(seconds);
        chart.load(run.getJsonArray("machineLoad"));
        chart.lanes(run.getJsonArray("timeline"));
        chart.axis();
        return "<svg viewBox='0 0 %d %d' role='img' aria-label='Answers, load and faults over time'>%s</svg>"
                .formatted(LEFT + WIDTH + 20, chart.top + 10, chart.svg);
    }

    private double x(double atMillis) {
        return LEFT + Math.min(atMillis, millis) / millis * WIDTH;
    }

    private void columns(JsonArray seconds) {
        long highest = Math.max(
                1,
                seconds.stream()
                        .map(JsonArray.class::cast)
                        .mapToLong(s -> s.getLong(0) + s.getLong(1))
                        .max()
                        .orElse(1));
        scale("answers/s", highest);
        double width = Math.max(0.5, x(1_000) - x(0) - 0.5);
        for (int i = 0; i < seconds.size(); i++) {
            JsonArray second = seconds.getJsonArray(i);
            double good = (double) HEIGHT * second.getLong(0) / highest;
            double bad = (double) HEIGHT * second.getLong(1) / highest;
            String title = "second %d: %d good, %d errors".formatted(i, second.getLong(0), second.getLong(1));
            rect("good", x(i * 1_000L), top + HEIGHT - good, width, good, title);
            rect("bad", x(i * 1_000L), top + HEIGHT - good - bad, width, bad, title);
        }
        top += HEIGHT + 14;
    }

    private void scale(String unit, long highest) {
        for (int i = 0; i <= 2; i++) {
            int y = top + HEIGHT - HEIGHT * i / 2;
            svg.append("<line class='grid' x1='%d' x2='%d' y1='%d' y2='%d'/>".formatted(LEFT, LEFT + WIDTH, y, y));
            text("end", LEFT - 6, y + 4, Long.toString(highest * i / 2));
        }
        text("start", 0, top + 12, unit);
    }

    private void load(JsonArray samples) {
        double highest = samples.stream()
                .mapToDouble(sample -> ((Number) sample).doubleValue())
                .max()
                .orElse(1);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            double y = top + 40 - 40 * samples.getDouble(i) / Math.max(1, highest);
            points.append("%.1f,%.1f ".formatted(x(i * 1_000L), y));
        }
        text("start", 0, top + 12, "load");
        text("end", LEFT - 6, top + 12, "%.1f".formatted(highest));
        svg.append("<polyline class='load' points='%s'/>".formatted(points));
        top += 54;
    }

    private void lanes(JsonArray timeline) {
        Map<String, Integer> lanes = new LinkedHashMap<>();
        Collection<JsonObject> spans =
                timeline.stream().map(JsonObject.class::cast).toList();
        for (JsonObject span : spans) {
            int y = lanes.computeIfAbsent(span.getString("lane"), lane -> top + LANE * lanes.size());
            double from = x(span.getLong("from"));
            double width = Math.max(3, x(span.getLong("until")) - from);
            String title = "%s, %.1f s to %.1f s"
                    .formatted(span.getString("what"), span.getLong("from") / 1e3, span.getLong("until") / 1e3);
            rect("fault " + span.getString("what").split(" ")[0], from, y, width, LANE - 6, title);
        }
        lanes.forEach((lane, y) -> text("end", LEFT - 6, y + 12, lane));
        top += LANE * lanes.size() + 4;
    }

    private void axis() {
        long step = millis > 600_000 ? 60 : millis > 120_000 ? 20 : millis > 30_000 ? 5 : 1;
        for (long second = 0; second * 1_000 <= millis; second += step) {
            double x = x(second * 1_000);
            svg.append("<line class='grid' x1='%1$.1f' x2='%1$.1f' y1='10' y2='%2$d'/>".formatted(x, top));
            text("middle", x, top + 14, second + " s");
        }
        top += 18;
    }

    private void rect(String kind, double x, double y, double width, double height, String title) {
        if (height > 0) {
            svg.append("<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f'><title>%s</title></rect>"
                    .formatted(kind, x, y, width, height, Page.escaped(title)));
        }
    }

    private void text(String anchor, double x, double y, String text) {
        svg.append("<text text-anchor='%s' x='%.1f' y='%.1f'>%s</text>".formatted(anchor, x, y, Page.escaped(text)));
    }
}
