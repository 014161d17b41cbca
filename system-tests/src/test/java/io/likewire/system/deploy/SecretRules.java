package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.objects;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Secrets stay outside: manifests name their keys, and each key that is named exists.
 *
 * @param known the keys of each Secret
 */
record SecretRules(Map<String, Set<String>> known) implements Rule {
    private static final String FOLDER = "/run/secrets/likewire/";

    @Override
    public List<String> faults(List<Manifest> manifests) {
        return Stream.concat(
                        Rule.of(manifests, "Secret").map(one -> one + ": is no business of a repository"),
                        manifests.stream().filter(Manifest::isWorkload).flatMap(this::workload))
                .toList();
    }

    private Stream<String> workload(Manifest workload) {
        Stream<String[]> byReference = workload.containers()
                .flatMap(container -> objects(container, "env"))
                .map(variable -> variable.getJsonObject("valueFrom", new JsonObject()))
                .filter(from -> from.containsKey("secretKeyRef"))
                .map(from -> from.getJsonObject("secretKeyRef"))
                .map(key -> new String[] {key.getString("name"), key.getString("key")});
        Set<String> mounted = objects(workload.pod(), "volumes")
                .filter(volume -> volume.containsKey("secret"))
                .map(volume -> volume.getJsonObject("secret").getString("secretName"))
                .collect(Collectors.toSet());
        Stream<String> byFile = workload.containers()
                .flatMap(container -> objects(container, "env"))
                .map(variable -> variable.getString("value", ""))
                .filter(value -> value.startsWith(FOLDER))
                .map(value -> value.substring(FOLDER.length()))
                .filter(key -> mounted.stream().noneMatch(secret -> has(secret, key)))
                .map(key -> workload + ": there is no " + key + " in " + mounted);
        Stream<String> literal = workload.containers()
                .flatMap(container -> objects(container, "env"))
                .filter(variable -> variable.getString("value", "").contains("://")
                        || variable.getString("name").endsWith("PASSWORD") && isLiteral(variable))
                .map(variable -> workload + ": " + variable.getString("name") + " is written down");
        return Stream.of(
                        byFile,
                        literal,
                        byReference
                                .filter(key -> !has(key[0], key[1]))
                                .map(key -> workload + ": there is no " + key[1] + " in " + key[0]),
                        objects(workload.pod(), "volumes")
                                .map(volume -> volume.getJsonObject("secret", new JsonObject()))
                                .flatMap(secret -> objects(secret, "items")
                                        .map(item -> item.getString("key"))
                                        .filter(key -> !has(secret.getString("secretName"), key))
                                        .map(key -> workload + ": there is no " + key + " in "
                                                + secret.getString("secretName"))),
                        mounted.stream()
                                .filter(secret -> !known.containsKey(secret))
                                .map(secret -> workload + ": there is no Secret " + secret))
                .flatMap(faults -> faults);
    }

    private static boolean isLiteral(JsonObject variable) {
        return variable.containsKey("value") && !variable.getString("value").matches("yes|no");
    }

    private boolean has(String secret, String key) {
        return known.getOrDefault(secret, Set.of()).contains(key);
    }
}
