package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.POD;
import static io.likewire.system.deploy.Manifest.each;
import static io.likewire.system.deploy.Manifest.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a workload is given: keys of Secrets that there are, and settings and ports that the catalogue has. */
record Environment(Manifest workload, Map<String, Set<String>> known, List<String> faults) {
    private static final String MOUNTED_AT = "/run/secrets/likewire/";
    private static final Map<String, String> PORTS = Map.of(
            "http", "HTTP_PORT",
            "cluster", "CLUSTER_PORT",
            "bus", "CLUSTER_BUS_PORT",
            "management", "MANAGEMENT_PORT");

    private static final JsonNode CATALOGUE = Manifests.parse(
                    Manifests.read(Manifests.ROOT.resolve("platform/src/main/resources/settings.json")))
            .get(0)
            .at("/settings");

    static List<String> faults(Manifest workload, Map<String, Set<String>> secrets) {
        Environment environment = new Environment(workload, secrets, new ArrayList<>());
        environment.secrets();
        if (workload.is("ours")) {
            workload.all(POD + "/containers/*").forEach(environment::settings);
        }
        return environment.faults;
    }

    private void secrets() {
        workload.all(POD + "/volumes/*/secret").forEach(secret -> each(secret.path("items"))
                .forEach(item -> key(Set.of(text(secret.path("secretName"))), text(item.path("key")))));
        Set<String> mounted = workload.all(POD + "/volumes/*/secret/secretName")
                .filter(JsonNode::isTextual)
                .map(Manifest::text)
                .collect(Collectors.toSet());
        mounted.forEach(name -> must(known.containsKey(name), "there is no Secret " + name));
        workload.all(POD + "/containers/*/env/*").forEach(variable -> {
            JsonNode reference = variable.at("/valueFrom/secretKeyRef");
            String name = text(variable.path("name"));
            String value = text(variable.path("value"));
            if (reference.isObject()) {
                key(Set.of(text(reference.path("name"))), text(reference.path("key")));
            } else if (value.startsWith(MOUNTED_AT)) {
                key(mounted, value.substring(MOUNTED_AT.length()));
            }
            boolean password = name.endsWith("PASSWORD") && !value.matches("|yes|no");
            must(!value.contains("://") && !password, name + " is written down");
        });
    }

    private void key(Set<String> names, String key) {
        boolean there = names.stream()
                .anyMatch(name -> known.getOrDefault(name, Set.of()).contains(key));
        must(there, "there is no " + key + " in " + names);
    }

    private void settings(JsonNode container) {
        Map<String, String> read = read(text(container.path("image")).replaceFirst("likewire/([a-z-]+).*", "$1"));
        List<String> given = each(container.path("env"))
                .map(variable -> text(variable.path("name")))
                .map(name -> read.containsKey(name) ? name : name.replaceFirst("_FILE$", ""))
                .toList();
        given.forEach(name -> must(read.containsKey(name), "does not read " + name));
        read.forEach((name, fallback) ->
                must(workload.is("Job") || !fallback.equals("(required)") || given.contains(name), "needs " + name));
        each(container.path("ports")).forEach(port -> {
            String name = text(port.path("name"));
            String number = text(port.path("containerPort"));
            boolean asTold =
                    read.getOrDefault(PORTS.getOrDefault(name, ""), number).equals(number);
            must(asTold, name + " is not at " + number);
        });
    }

    /** What a program reads: by the name of each setting its default. */
    private static Map<String, String> read(String program) {
        return each(CATALOGUE)
                .filter(one -> List.of(text(one.path("of")).split(" ")).contains(program))
                .collect(Collectors.toMap(one -> text(one.path("name")), one -> {
                    JsonNode fallback = one.path("default");
                    return fallback.path(program).asText(fallback.path("others").asText(fallback.asText()));
                }));
    }

    static boolean isReadByAnybody(String setting) {
        return each(CATALOGUE).anyMatch(one -> text(one.path("name")).equals(setting));
    }

    private void must(boolean kept, String fault) {
        if (!kept) {
            faults.add(workload + ": " + fault);
        }
    }
}
