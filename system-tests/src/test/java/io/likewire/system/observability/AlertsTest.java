package io.likewire.system.observability;

import static io.likewire.system.observability.Deployed.PROMETHEUS;
import static io.likewire.system.observability.Deployed.ROOT;
import static io.likewire.system.observability.Deployed.objects;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Anchors;
import io.likewire.system.rig.Program;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules through the eyes of Prometheus' own promtool; without it this half is skipped. */
@Tag("full")
class AlertsTest {
    private static final Path TARGET = Path.of("target", "promtool");

    @Test
    void promtoolFindsNoFaultInTheConfiguration() {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void alertsAreHeardWhenTheyShouldBeAndNotWhenTheyShouldNot() {
        promtool("test", "rules", "alerts-test.yml");
    }

    @Test
    void promtoolUnderstandsWhatDashboardsAsk() throws IOException {
        JsonArray rules = new JsonArray();
        Deployed.expressions().values().stream()
                .flatMap(List::stream)
                .map(expression -> expression.replace("$__rate_interval", "1m"))
                .distinct()
                .forEach(expression -> rules.add(
                        new JsonObject().put("record", "asked:" + rules.size()).put("expr", expression)));
        JsonObject group = new JsonObject().put("name", "dashboards").put("rules", rules);
        Path file = Files.createDirectories(TARGET).resolve("dashboards.yml").toAbsolutePath();
        Files.writeString(
                file, new JsonObject().put("groups", new JsonArray().add(group)).encode());

        promtool("check", "rules", file.toString());
    }

    @Test
    void everyAlertIsTestedHeardAndUnheard() {
        List<JsonObject> checks = objects(
                        Deployed.yaml(PROMETHEUS.resolve("alerts-test.yml")).getJsonArray("tests"))
                .flatMap(test -> objects(test.getJsonArray("alert_rule_test")))
                .toList();
        Predicate<JsonObject> unheard =
                check -> check.getJsonArray("exp_alerts").isEmpty();

        assertThat(names(checks.stream().filter(unheard))).containsAll(names(Deployed.alerts().stream()));
        assertThat(names(checks.stream().filter(unheard.negate()))).containsAll(names(Deployed.alerts().stream()));
    }

    @Test
    void everyAlertSaysHowMuchItMattersWhatItIsAndWhatToDo() {
        assertThat(Deployed.alerts()).isNotEmpty().allSatisfy(alert -> {
            JsonObject annotations = alert.getJsonObject("annotations");
            assertThat(alert.getJsonObject("labels").getString("severity")).isIn("critical", "warning");
            assertThat(annotations.getString("summary")).isNotBlank();
            assertThat(annotations.getString("runbook")).matches("docs/runbooks/[a-z]+\\.md#[a-z-]+");
            String[] runbook = annotations.getString("runbook").split("#");
            assertThat(Anchors.of(ROOT.resolve(runbook[0]))).contains(runbook[1]);
        });
    }

    @Test
    void dashboardsAreNamedAsTheirFilesAndAskTheDataSourceThatIsProvisioned() {
        String source = objects(Deployed.yaml(Deployed.GRAFANA.resolve("provisioning/datasources/likewire.yml"))
                        .getJsonArray("datasources"))
                .findFirst()
                .orElseThrow()
                .getString("uid");
        assertThat(Deployed.dashboards()).hasSize(4).allSatisfy((file, dashboard) -> {
            assertThat(dashboard.getString("uid") + ".json").isEqualTo(file);
            assertThat(objects(dashboard.getJsonArray("panels"))).isNotEmpty().allSatisfy(panel -> assertThat(
                            panel.getJsonObject("datasource").getString("uid"))
                    .isEqualTo(source));
            assertThat(objects(dashboard.getJsonArray("panels")).map(panel -> panel.getInteger("id")))
                    .doesNotHaveDuplicates();
        });
    }

    private static List<String> names(Stream<JsonObject> alerts) {
        return alerts.map(alert -> alert.getString("alert", alert.getString("alertname")))
                .distinct()
                .toList();
    }

    private static void promtool(String command, String kind, String file) {
        Program.need("promtool");
        Program.run(
                        TARGET,
                        Map.of(),
                        List.of(
                                "promtool",
                                command,
                                kind,
                                PROMETHEUS.resolve(file).toString()))
                .orFail();
    }
}
