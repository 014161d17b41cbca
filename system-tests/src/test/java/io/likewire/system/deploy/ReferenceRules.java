package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.labels;
import static io.likewire.system.deploy.Manifest.objects;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** What is named is there. */
final class ReferenceRules implements Rule {
    @Override
    public List<String> faults(List<Manifest> manifests) {
        return Stream.of(
                        Rule.of(manifests, "Deployment").flatMap(one -> deployment(manifests, one)),
                        Rule.of(manifests, "HorizontalPodAutoscaler").flatMap(one -> scaler(manifests, one)),
                        Rule.of(manifests, "Service").flatMap(one -> service(manifests, one)),
                        Rule.of(manifests, "Ingress").flatMap(one -> ingress(manifests, one)),
                        manifests.stream().filter(Manifest::isWorkload).flatMap(one -> configMaps(manifests, one)))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<String> deployment(List<Manifest> manifests, Manifest deployment) {
        boolean budget = Rule.of(manifests, "PodDisruptionBudget")
                .anyMatch(one -> deployment.hasPods(labels(one.at("spec/selector/matchLabels"))));
        boolean service =
                Rule.of(manifests, "Service").anyMatch(one -> deployment.hasPods(labels(one.at("spec/selector"))));
        boolean own = deployment.hasPods(labels(deployment.at("spec/selector/matchLabels")));
        JsonObject update = deployment.at("spec/strategy/rollingUpdate");
        boolean gentle = Integer.valueOf(0).equals(update.getValue("maxUnavailable"))
                && Integer.valueOf(1).equals(update.getValue("maxSurge"));
        return Stream.of(
                        budget ? "" : "has no disruption budget",
                        service ? "" : "has no service",
                        own ? "" : "does not select its own pods",
                        gentle ? "" : "is not updated one by one")
                .filter(fault -> !fault.isEmpty())
                .map(fault -> deployment + ": " + fault);
    }

    private static Stream<String> scaler(List<Manifest> manifests, Manifest scaler) {
        String target = scaler.at("spec/scaleTargetRef").getString("name");
        List<Manifest> scaled = Rule.of(
                        manifests, scaler.at("spec/scaleTargetRef").getString("kind", ""))
                .filter(one -> one.name().equals(target))
                .toList();
        if (scaled.isEmpty()) {
            return Stream.of(scaler + ": there is no " + target);
        }
        return scaled.get(0).at("spec").containsKey("replicas")
                ? Stream.of(scaler + ": " + target + " says itself how many there are")
                : Stream.empty();
    }

    private static Stream<String> service(List<Manifest> manifests, Manifest service) {
        List<Manifest> behind = manifests.stream()
                .filter(one -> one.hasPods(labels(service.at("spec/selector"))))
                .toList();
        if (behind.isEmpty()) {
            return Stream.of(service + ": selects nobody");
        }
        return objects(service.at("spec"), "ports")
                .filter(port -> behind.stream().noneMatch(one -> opens(one, port.getValue("targetPort"))))
                .map(port -> service + ": nobody opens " + port.getValue("targetPort"));
    }

    private static boolean opens(Manifest workload, Object port) {
        return workload.containers()
                .flatMap(container -> objects(container, "ports"))
                .anyMatch(one -> one.getValue("name").equals(port)
                        || one.getValue("containerPort").equals(port));
    }

    private static Stream<String> ingress(List<Manifest> manifests, Manifest ingress) {
        return objects(ingress.at("spec"), "rules")
                .flatMap(rule -> objects(rule.getJsonObject("http"), "paths"))
                .map(path -> path.getJsonObject("backend").getJsonObject("service"))
                .filter(backend -> Rule.of(manifests, "Service")
                        .filter(one -> one.name().equals(backend.getString("name")))
                        .flatMap(one -> objects(one.at("spec"), "ports"))
                        .noneMatch(port -> port.getString("name")
                                .equals(backend.getJsonObject("port").getString("name"))))
                .map(backend -> ingress + ": there is no " + backend.encode());
    }

    private static Stream<String> configMaps(List<Manifest> manifests, Manifest workload) {
        Stream<String> environments = workload.containers()
                .flatMap(container -> objects(container, "envFrom"))
                .filter(from -> from.containsKey("configMapRef"))
                .map(from -> from.getJsonObject("configMapRef").getString("name"));
        Stream<String> volumes = objects(workload.pod(), "volumes")
                .filter(volume -> volume.containsKey("configMap"))
                .map(volume -> volume.getJsonObject("configMap").getString("name"));
        List<String> there = Rule.of(manifests, "ConfigMap").map(Manifest::name).toList();
        return Stream.concat(environments, volumes)
                .filter(name -> !there.contains(name))
                .map(name -> workload + ": there is no ConfigMap " + name);
    }
}
