package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.POD;
import static io.likewire.system.deploy.Manifest.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests must keep to. */
record Rules(List<Manifest> all, List<String> faults) {
    /** What is where in each manifest of a kind, as a regular expression, and what is wrong otherwise. */
    private static final List<String[]> VALUES = table("""
            workload   | pod/securityContext/runAsNonRoot               | true           | may be root
            workload   | pod/securityContext/runAsUser                  | [1-9][0-9]*    | may be root
            ours       | pod/securityContext/runAsUser                  | 10001          | is not user 10001
            workload   | pod/securityContext/seccompProfile/type        | RuntimeDefault | has no seccomp profile
            workload   | pod/automountServiceAccountToken               | false          | gets a token of Kubernetes
            workload   | /spec/template/metadata/labels/app.kubernetes.io~1part-of | .+  | is part of nothing
            workload   | each/resources/requests/cpu                    | .+             | has no requests
            workload   | each/resources/requests/memory                 | .+             | has no requests
            workload   | each/resources/limits/cpu                      | .+             | has no limits
            workload   | each/resources/limits/memory                   | .+             | has no limits
            server     | each/startupProbe                              | .+             | has no startupProbe
            server     | each/readinessProbe                            | .+             | has no readinessProbe
            server     | each/livenessProbe                             | .+             | has no livenessProbe
            workload   | each/securityContext/readOnlyRootFilesystem    | true           | may write to its root file system
            workload   | each/securityContext/allowPrivilegeEscalation  | false          | may gain privileges
            workload   | each/securityContext/capabilities/drop/0       | ALL            | keeps capabilities
            workload   | each/image | [a-z0-9./-]+:v?[0-9]+([.][0-9]+)+[a-zA-Z0-9.-]*     | has an image without a version
            Deployment | /spec/strategy/rollingUpdate/maxUnavailable    | 0              | is not updated one by one
            Deployment | /spec/strategy/rollingUpdate/maxSurge          | 1              | is not updated one by one
            Secret     | /kind                                          |                | is no business of a repository
            """);

    /** Where something is named, and of what kind that is. */
    private static final List<String[]> NAMES = table("""
            workload                | each/envFrom/*/configMapRef/name                       | ConfigMap
            workload                | pod/volumes/*/configMap/name                           | ConfigMap
            workload                | pod/serviceAccountName                                 | ServiceAccount
            HorizontalPodAutoscaler | /spec/scaleTargetRef/name                              | Deployment
            Ingress                 | /spec/rules/*/http/paths/*/backend/service/name        | Service
            """);

    /** Where pods are selected; a selector of another namespace's pods is nobody's business here. */
    private static final List<String[]> SELECTORS = table("""
            PodDisruptionBudget | /spec                  | selector/matchLabels
            Service             | /spec                  | selector
            NetworkPolicy       | /spec                  | podSelector/matchLabels
            NetworkPolicy       | /spec/ingress/*/from/* | podSelector/matchLabels
            NetworkPolicy       | /spec/egress/*/to/*    | podSelector/matchLabels
            """);

    private static final String DATABASE = "likewire.io/database";
    private static final String SCALED = "/spec/scaleTargetRef/name";

    /**
     * One line for each breach.
     *
     * @param secrets the keys of each Secret that there is
     */
    static List<String> faults(List<Manifest> all, Map<String, Set<String>> secrets) {
        Rules rules = new Rules(all, new ArrayList<>());
        rules.faults.addAll(Schema.faults(all));
        rules.run();
        rules.of("workload").forEach(one -> rules.faults.addAll(Environment.faults(one, secrets)));
        return rules.faults;
    }

    private void run() {
        VALUES.forEach(row -> each(row, (one, value) -> must(one, text(value).matches(row[2]), row[3])));
        NAMES.forEach(row -> each(row, (one, name) -> {
            boolean there = of(row[2]).anyMatch(it -> it.name().equals(text(name)));
            must(one, name.isMissingNode() || there, "there is no " + row[2] + " " + text(name));
        }));
        SELECTORS.forEach(row -> each(row, (one, owner) -> {
            JsonNode asked = owner.at("/" + row[2]);
            boolean elsewhere = asked.isMissingNode() || owner.has("namespaceSelector");
            must(one, elsewhere || of("workload").anyMatch(it -> it.hasPods(asked)), "selects nobody by " + asked);
        }));
        of("Deployment").forEach(this::deployment);
        of("Service").forEach(this::service);
        of("Ingress").forEach(this::ingress);
        must("network", of("NetworkPolicy").anyMatch(Rules::deniesEverything), "nothing denies what is not allowed");
        of("workload")
                .filter(one -> one.at("/spec/template/metadata/labels").has(DATABASE))
                .forEach(one -> must(one, reachesItsDatabase(one), "does not reach its database"));
        of("ConfigMap")
                .filter(one -> one.name().startsWith("likewire-settings"))
                .forEach(one -> one.at("/data")
                        .fieldNames()
                        .forEachRemaining(
                                name -> must(one, Environment.isReadByAnybody(name), "nobody reads " + name)));
        of("ConfigMap")
                .flatMap(one -> Stream.of(one.text("/data/CLUSTER_MEMBERS").split(",")))
                .filter(member -> !member.isEmpty())
                .forEach(member -> must(member, isFound(member), "finds no member of the cluster"));
    }

    private void deployment(Manifest one) {
        must(one, one.hasPods(one.at("/spec/selector/matchLabels")), "does not select its own pods");
        must(one, isSelected(one, "Service", "/spec/selector"), "has no service");
        must(one, isSelected(one, "PodDisruptionBudget", "/spec/selector/matchLabels"), "has no disruption budget");
        boolean scaled =
                of("HorizontalPodAutoscaler").anyMatch(it -> it.text(SCALED).equals(one.name()));
        must(one, !scaled || !one.at("/spec").has("replicas"), "says itself how many there are");
    }

    private boolean isSelected(Manifest workload, String kind, String selector) {
        return of(kind).anyMatch(one -> workload.hasPods(one.at(selector)));
    }

    private void service(Manifest one) {
        Set<JsonNode> open = of("workload")
                .filter(it -> it.hasPods(one.at("/spec/selector")))
                .flatMap(it -> it.all(POD + "/containers/*/ports/*"))
                .flatMap(port -> Stream.of(port.path("name"), port.path("containerPort")))
                .collect(Collectors.toSet());
        one.all("/spec/ports/*/targetPort").forEach(port -> must(one, open.contains(port), "nobody opens " + port));
    }

    private void ingress(Manifest one) {
        Set<String> doors = of("Service")
                .flatMap(it -> it.all("/spec/ports/*/name").map(port -> it.name() + ":" + text(port)))
                .collect(Collectors.toSet());
        one.all("/spec/rules/*/http/paths/*/backend/service")
                .map(backend -> text(backend.path("name")) + ":" + text(backend.at("/port/name")))
                .forEach(door -> must(one, doors.contains(door), "there is no " + door));
    }

    private static boolean deniesEverything(Manifest policy) {
        String spec = policy.text("/spec");
        return spec.equals("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
    }

    private boolean reachesItsDatabase(Manifest workload) {
        return of("NetworkPolicy")
                .filter(policy -> policy.at("/spec").has("egress"))
                .map(policy -> policy.at("/spec/podSelector/matchLabels"))
                .anyMatch(asked -> asked.has(DATABASE) && workload.hasPods(asked));
    }

    /** By a headless service, which knows nodes that are not ready yet. */
    private boolean isFound(String member) {
        return of("Service")
                .filter(one -> one.text("/spec/clusterIP").equals("None"))
                .filter(one -> one.at("/spec/publishNotReadyAddresses").asBoolean())
                .anyMatch(
                        one -> one.all("/spec/ports/*/port").anyMatch(port -> member.equals(one.name() + ":" + port)));
    }

    private Stream<Manifest> of(String kind) {
        return all.stream().filter(one -> one.is(kind));
    }

    private void each(String[] row, BiConsumer<Manifest, JsonNode> check) {
        String pointer = row[1].replaceFirst("^each/", "pod/containers/*/").replaceFirst("^pod/", POD + "/");
        of(row[0]).forEach(one -> one.all(pointer).forEach(node -> check.accept(one, node)));
    }

    private void must(Object who, boolean kept, String fault) {
        if (!kept) {
            faults.add(who + ": " + fault);
        }
    }

    private static List<String[]> table(String rows) {
        return rows.lines().map(row -> row.split("\\s*\\|\\s*")).toList();
    }
}
