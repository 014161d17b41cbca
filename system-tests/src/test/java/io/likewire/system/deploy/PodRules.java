package io.likewire.system.deploy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every container is bounded, watched and confined. */
final class PodRules implements Rule {
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        return manifests.stream()
                .filter(Manifest::isWorkload)
                .flatMap(workload -> Stream.concat(
                                pod(workload),
                                workload.containers().flatMap(container -> container(workload, container)))
                        .map(fault -> workload + ": " + fault))
                .toList();
    }

    private static Stream<String> pod(Manifest workload) {
        List<String> faults = new ArrayList<>();
        JsonObject context = workload.pod().getJsonObject("securityContext", new JsonObject());
        if (!context.getBoolean("runAsNonRoot", false) || context.getInteger("runAsUser", 0) == 0) {
            faults.add("may be root");
        }
        if (workload.isOurs() && context.getInteger("runAsUser", 0) != 10_001) {
            faults.add("is not user 10001");
        }
        if (!context.getJsonObject("seccompProfile", new JsonObject())
                .getString("type", "")
                .equals("RuntimeDefault")) {
            faults.add("has no seccomp profile");
        }
        if (workload.pod().getBoolean("automountServiceAccountToken", true)) {
            faults.add("gets a token of Kubernetes");
        }
        if (workload.containers().findAny().isEmpty()) {
            faults.add("has no container");
        }
        return faults.stream();
    }

    private static Stream<String> container(Manifest workload, JsonObject container) {
        List<String> faults = new ArrayList<>();
        for (String bound : List.of("requests", "limits")) {
            JsonObject resources =
                    container.getJsonObject("resources", new JsonObject()).getJsonObject(bound, new JsonObject());
            if (!resources.containsKey("cpu") || !resources.containsKey("memory")) {
                faults.add("has no " + bound);
            }
        }
        if (!workload.is("Job")) {
            PROBES.stream()
                    .filter(probe -> !container.containsKey(probe))
                    .forEach(probe -> faults.add("has no " + probe));
        }
        JsonObject context = container.getJsonObject("securityContext", new JsonObject());
        if (!context.getBoolean("readOnlyRootFilesystem", false)) {
            faults.add("may write to its root file system");
        }
        if (context.getBoolean("allowPrivilegeEscalation", true)) {
            faults.add("may gain privileges");
        }
        if (!context.getJsonObject("capabilities", new JsonObject())
                .getJsonArray("drop", new JsonArray())
                .contains("ALL")) {
            faults.add("keeps capabilities");
        }
        if (!container.getString("image", "").matches("[a-z0-9./-]+:v?[0-9]+(\\.[0-9]+)+[a-zA-Z0-9.-]*")) {
            faults.add("has an image without a version");
        }
        return faults.stream();
    }
}
