package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.objects;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of development with one thing wrong: a rule that finds nothing there would be worth nothing. */
@Tag("full")
class RulesCanFailTest {
    private static final Map<String, Set<String>> SECRETS = Secrets.ofDevelopment();

    static List<Arguments> mistakes() {
        return List.of(
                wrong("Deployment likes", one -> one.at("spec").put("replica", 2), "Unrecognized field \"replica\""),
                wrong("Deployment likes", one -> one.at("spec").put("minReadySeconds", "soon"), "not a valid"),
                wrong("Deployment likes", one -> one.json().put("apiVersion", "apps/v2"), "nobody knows apps/v2"),
                wrong("Deployment likes", one -> one.at("metadata").put("name", "products"), "is there twice"),
                wrong("Deployment likes", one -> container(one).remove("resources"), "has no limits"),
                wrong("Deployment likes", one -> container(one).remove("startupProbe"), "has no startupProbe"),
                wrong("Deployment likes", one -> one.pod().remove("securityContext"), "may be root"),
                wrong("Deployment likes", one -> confined(one).put("runAsUser", 0), "may be root"),
                wrong("Deployment likes", one -> confined(one).put("runAsUser", 999), "is not user 10001"),
                wrong("Deployment likes", one -> confined(one).remove("seccompProfile"), "has no seccomp profile"),
                wrong("Deployment likes", one -> one.pod().remove("automountServiceAccountToken"), "gets a token"),
                wrong("Deployment likes", one -> one.pod().put("containers", new JsonArray()), "has no container"),
                wrong("Deployment likes", one -> context(one).remove("readOnlyRootFilesystem"), "root file system"),
                wrong("Deployment likes", one -> context(one).remove("allowPrivilegeEscalation"), "gain privileges"),
                wrong("Deployment likes", one -> context(one).remove("capabilities"), "keeps capabilities"),
                wrong("Deployment likes", one -> container(one).put("image", "likewire/likes:latest"), "a version"),
                wrong("Deployment likes", one -> container(one).put("image", "likewire/likes"), "a version"),
                wrong("PodDisruptionBudget likes", one -> select(one, "spec/selector/matchLabels"), "budget"),
                wrong("Service likes-nodes", one -> select(one, "spec/selector"), "has no service", "selects nobody"),
                wrong("Deployment likes", one -> select(one, "spec/selector/matchLabels"), "its own pods"),
                wrong("Deployment likes", one -> one.at("spec").remove("strategy"), "is not updated one by one"),
                wrong(
                        "HorizontalPodAutoscaler likes",
                        one -> one.at("spec/scaleTargetRef").put("name", "hearts"),
                        "hearts"),
                wrong("Deployment likes", one -> one.at("spec").put("replicas", 2), "says itself how many"),
                wrong("Service likes-nodes", one -> port(one).put("targetPort", "door"), "nobody opens door"),
                wrong("Service gateway", one -> port(one).put("name", "web"), "Ingress likewire: there is no"),
                wrong("ConfigMap broker-settings", one -> one.at("metadata").put("name", "x"), "no ConfigMap"),
                wrong("NetworkPolicy deny-everything", one -> one.at("spec").put("egress", new JsonArray()), "denies"),
                wrong(
                        "NetworkPolicy likes-to-its-database",
                        one -> select(one, "spec/podSelector/matchLabels"),
                        "there are no pods with",
                        "does not reach its database"),
                wrong(
                        "Deployment likes",
                        one -> one.at("spec/template/metadata/labels").remove("app.kubernetes.io/part-of"),
                        "is part of nothing"),
                wrong(
                        "Deployment likes",
                        one -> variable(one, "LIKES_MYSQL_URL", "x"),
                        "does not read LIKES_MYSQL_URL"),
                wrong("Deployment likes", one -> container(one).remove("env"), "needs LIKES_MYSQL_URI"),
                wrong(
                        "Deployment likes",
                        one -> port(container(one)).put("containerPort", 5700),
                        "cluster is not at 5700"),
                wrong("ConfigMap likewire-settings", one -> one.at("data").put("CLUSTER_MEMBER", "x"), "nobody reads"),
                wrong(
                        "Service likes-nodes",
                        one -> one.at("spec").remove("clusterIP"),
                        "nobody is found by likes-nodes"),
                wrong(
                        "Deployment likes",
                        one -> variable(one, "AMQP_URI", "amqp://a:b@c/d"),
                        "AMQP_URI is written down"),
                wrong(
                        "Deployment likes",
                        one -> variable(one, "AMQP_URI_FILE", "/run/secrets/likewire/amqp"),
                        "there is no amqp in"),
                wrong("StatefulSet likes-db", one -> reference(one).put("key", "pass"), "there is no pass in likes-db"),
                wrong("ConfigMap broker-settings", one -> one.json().put("kind", "Secret"), "no business"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void aMistakeIsFound(String manifest, Consumer<Manifest> mistake, List<String> expected) {
        List<Manifest> manifests = new ArrayList<>(Manifests.of(Manifests.FOLDER.resolve("overlays/development")));
        mistake.accept(manifests.stream()
                .filter(one -> one.toString().equals(manifest))
                .findFirst()
                .orElseThrow());

        String faults = String.join(
                "\n",
                ManifestsTest.rules(SECRETS)
                        .flatMap(rule -> rule.faults(manifests).stream())
                        .toList());

        assertThat(faults).contains(expected);
    }

    private static Arguments wrong(String manifest, Consumer<Manifest> mistake, String... expected) {
        return Arguments.of(manifest, mistake, List.of(expected));
    }

    private static JsonObject container(Manifest workload) {
        return workload.containers().findFirst().orElseThrow();
    }

    private static JsonObject confined(Manifest workload) {
        return workload.pod().getJsonObject("securityContext");
    }

    private static JsonObject context(Manifest workload) {
        return container(workload).getJsonObject("securityContext");
    }

    private static JsonObject port(Manifest service) {
        return port(service.at("spec"));
    }

    private static JsonObject port(JsonObject parent) {
        return objects(parent, "ports").findFirst().orElseThrow();
    }

    private static void select(Manifest manifest, String path) {
        manifest.at(path).clear().put("app.kubernetes.io/name", "nobody");
    }

    private static JsonObject reference(Manifest workload) {
        return objects(container(workload), "env")
                .map(one -> one.getJsonObject("valueFrom", new JsonObject()))
                .filter(one -> one.containsKey("secretKeyRef"))
                .map(one -> one.getJsonObject("secretKeyRef"))
                .findFirst()
                .orElseThrow();
    }

    private static void variable(Manifest workload, String name, String value) {
        JsonArray env = container(workload).getJsonArray("env");
        env.add(new JsonObject().put("name", name).put("value", value));
    }
}
