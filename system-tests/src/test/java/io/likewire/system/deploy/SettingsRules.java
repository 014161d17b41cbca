package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.objects;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Services get the settings that they know and need, and open the ports that the documentation names. */
final class SettingsRules implements Rule {
    private static final Map<String, String> PORTS = Map.of(
            "http", "HTTP_PORT",
            "cluster", "CLUSTER_PORT",
            "bus", "CLUSTER_BUS_PORT",
            "management", "MANAGEMENT_PORT");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        return Stream.of(
                        ours(manifests).flatMap(SettingsRules::unknown),
                        ours(manifests).filter(one -> one.is("Deployment")).flatMap(SettingsRules::missing),
                        ours(manifests).flatMap(SettingsRules::ports),
                        Rule.of(manifests, "ConfigMap")
                                .filter(one -> one.name().startsWith("likewire-settings"))
                                .flatMap(one -> one.at("data").fieldNames().stream()
                                        .filter(Predicate.not(Settings::knowsAnybody))
                                        .map(name -> one + ": nobody reads " + name)),
                        members(manifests))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<Manifest> ours(List<Manifest> manifests) {
        return manifests.stream().filter(Manifest::isOurs);
    }

    private static String program(JsonObject container) {
        return container.getString("image").replaceFirst("likewire/([a-z-]+)(:.*)?", "$1");
    }

    private static Stream<String> unknown(Manifest workload) {
        return workload.containers().flatMap(container -> objects(container, "env")
                .map(variable -> variable.getString("name"))
                .filter(name -> Settings.given(program(container), name).isEmpty())
                .map(name -> workload + ": does not read " + name));
    }

    private static Stream<String> missing(Manifest workload) {
        return workload.containers().flatMap(container -> {
            List<String> given = objects(container, "env")
                    .map(variable -> Settings.given(program(container), variable.getString("name")))
                    .flatMap(Optional::stream)
                    .toList();
            return Settings.required(program(container)).stream()
                    .filter(name -> !given.contains(name))
                    .map(name -> workload + ": needs " + name);
        });
    }

    private static Stream<String> ports(Manifest workload) {
        return workload.containers().flatMap(container -> objects(container, "ports")
                .filter(port -> PORTS.containsKey(port.getString("name")))
                .filter(port -> !Settings.fallback(program(container), PORTS.get(port.getString("name")))
                        .equals(String.valueOf(port.getValue("containerPort"))))
                .map(port ->
                        workload + ": " + port.getString("name") + " is not at " + port.getValue("containerPort")));
    }

    /** Members are found by headless services, which know nodes that are not ready yet. */
    private static Stream<String> members(List<Manifest> manifests) {
        return Rule.of(manifests, "ConfigMap")
                .flatMap(one -> Stream.ofNullable(one.at("data").getString("CLUSTER_MEMBERS")))
                .flatMap(members -> Stream.of(members.split(",")))
                .filter(member -> Rule.of(manifests, "Service").noneMatch(service -> leadsTo(service, member)))
                .map(member -> "CLUSTER_MEMBERS: nobody is found by " + member);
    }

    private static boolean leadsTo(Manifest service, String member) {
        JsonObject spec = service.at("spec");
        return "None".equals(spec.getString("clusterIP"))
                && spec.getBoolean("publishNotReadyAddresses", false)
                && objects(spec, "ports").anyMatch(port -> member.equals(service.name() + ":" + port.getValue("port")));
    }
}
