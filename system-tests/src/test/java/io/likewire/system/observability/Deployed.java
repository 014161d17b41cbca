package io.likewire.system.observability;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alerts and dashboards under {@code deploy}. */
final class Deployed {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    static final Path GRAFANA = ROOT.resolve("deploy/grafana");

    private Deployed() {}

    static List<JsonObject> alerts() {
        return objects(yaml(PROMETHEUS.resolve("alerts.yml")).getJsonArray("groups"))
                .flatMap(group -> objects(group.getJsonArray("rules")))
                .toList();
    }

    /** By the name of the file. */
    static Map<String, JsonObject> dashboards() {
        Map<String, JsonObject> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            for (Path file : files.toList()) {
                dashboards.put(file.getFileName().toString(), new JsonObject(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dashboards;
    }

    static JsonObject yaml(Path file) {
        try {
            return new JsonObject(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .<Map<String, Object>>load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    /** Everything that is asked of Prometheus, by where it stands. */
    static Map<String, List<String>> expressions() {
        Map<String, List<String>> expressions = new TreeMap<>();
        alerts().forEach(alert -> expressions.put(alert.getString("alert"), List.of(alert.getString("expr"))));
        dashboards()
                .forEach((file, dashboard) -> expressions.put(
                        file,
                        objects(dashboard.getJsonArray("panels"))
                                .flatMap(panel -> objects(panel.getJsonArray("targets")))
                                .map(target -> target.getString("expr"))
                                .toList()));
        return expressions;
    }
}
