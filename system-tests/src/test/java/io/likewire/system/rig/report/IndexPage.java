package io.likewire.system.rig.report;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every run that has left its numbers, newest first. */
final class IndexPage {
    private IndexPage() {}

    static String of(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            String rows = files.filter(file -> file.toString().endsWith(".json"))
                    .map(IndexPage::read)
                    .sorted(Comparator.comparing((JsonObject run) -> run.getString("startedAt"))
                            .reversed())
                    .map(IndexPage::row)
                    .collect(Collectors.joining("\n"));
            return Page.html("Promises", """
                    <h1>Promises</h1>
                    <table><tr><th>run</th><th>result</th><th>form</th><th>seconds</th><th>accepted</th><th>unknown</th>
                    <th>lost</th><th>unexpected</th><th>duplicated</th><th>recovered</th><th>started</th></tr>
                    %s</table>
                    """.formatted(rows));
        }
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(JsonObject run) {
        JsonObject verdict = run.getJsonObject("verdict", new JsonObject());
        String name = "%s-%d".formatted(run.getString("name"), run.getLong("seed"));
        String numbers = Stream.of("accepted", "unknown", "lost", "unexpected", "duplicated", "recovered")
                .map(number -> "<td>%s</td>".formatted(verdict.getValue(number, "")))
                .collect(Collectors.joining());
        return "<tr><td><a href='%1$s.html'>%1$s</a></td><td class='%2$s'>%2$s</td><td>%3$s</td><td>%4$d</td>%5$s<td>%6$s</td></tr>"
                .formatted(
                        Page.escaped(name),
                        Page.verdictClass(run),
                        run.getString("form"),
                        run.getLong("millis") / 1000,
                        numbers,
                        run.getString("startedAt"));
    }
}
