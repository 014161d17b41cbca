package io.likewire.system.deploy;

import static io.likewire.system.deploy.Manifest.labels;
import static io.likewire.system.deploy.Manifest.objects;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nothing is open that no policy opens, and every policy is about somebody. */
final class NetworkRules implements Rule {
    @Override
    public List<String> faults(List<Manifest> manifests) {
        boolean denied = Rule.of(manifests, "NetworkPolicy").anyMatch(NetworkRules::deniesEverything);
        return Stream.of(
                        denied ? Stream.<String>empty() : Stream.of("nothing denies what is not allowed"),
                        Rule.of(manifests, "NetworkPolicy").flatMap(policy -> selectors(policy)
                                .filter(asked -> manifests.stream().noneMatch(one -> one.hasPods(asked)))
                                .map(asked -> policy + ": there are no pods with " + asked)),
                        manifests.stream()
                                .filter(Manifest::isWorkload)
                                .filter(one -> !one.podLabels().containsKey("app.kubernetes.io/part-of"))
                                .map(one -> one + ": is part of nothing"),
                        manifests.stream()
                                .filter(one -> one.podLabels().containsKey("likewire.io/database"))
                                .filter(one -> !reachesItsDatabase(manifests, one))
                                .map(one -> one + ": does not reach its database"))
                .flatMap(faults -> faults)
                .toList();
    }

    private static boolean deniesEverything(Manifest policy) {
        JsonObject spec = policy.at("spec");
        return policy.at("spec/podSelector").isEmpty()
                && spec.getJsonArray("policyTypes", new JsonArray()).size() == 2
                && !spec.containsKey("ingress")
                && !spec.containsKey("egress");
    }

    private static boolean reachesItsDatabase(List<Manifest> manifests, Manifest workload) {
        return Rule.of(manifests, "NetworkPolicy")
                .filter(policy -> policy.at("spec/podSelector/matchLabels").containsKey("likewire.io/database"))
                .filter(policy -> policy.at("spec").containsKey("egress"))
                .anyMatch(policy -> workload.hasPods(labels(policy.at("spec/podSelector/matchLabels"))));
    }

    /** Those of this namespace. */
    private static Stream<Map<String, String>> selectors(Manifest policy) {
        Stream<JsonObject> others = Stream.of("ingress:from", "egress:to")
                .map(direction -> direction.split(":"))
                .flatMap(direction ->
                        objects(policy.at("spec"), direction[0]).flatMap(allowed -> objects(allowed, direction[1])))
                .filter(peer -> peer.containsKey("podSelector") && !peer.containsKey("namespaceSelector"))
                .map(peer -> peer.getJsonObject("podSelector"));
        return Stream.concat(Stream.of(policy.at("spec/podSelector")), others)
                .map(selector -> labels(selector.getJsonObject("matchLabels", new JsonObject())));
    }
}
