package io.likewire.system.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Manifests through the eyes of Kubernetes' own schema: unknown fields, wrong types, versions that do not exist. */
final class KubernetesModel implements Rule {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 Secret", Secret.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

    private static final ObjectMapper STRICT = new ObjectMapper().setAnnotationIntrospector(new NothingElse());

    /** The model keeps fields that it does not know; here each is a fault. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    @Override
    public List<String> faults(List<Manifest> manifests) {
        Map<String, Long> times =
                manifests.stream().collect(Collectors.groupingBy(Manifest::toString, Collectors.counting()));
        Stream<String> twice = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " is there twice");
        return Stream.concat(manifests.stream().flatMap(this::faults), twice).toList();
    }

    private Stream<String> faults(Manifest manifest) {
        String kind = manifest.json().getString("apiVersion") + " " + manifest.kind();
        if (!KINDS.containsKey(kind)) {
            return Stream.of(manifest + ": nobody knows " + kind);
        }
        try {
            STRICT.readValue(manifest.json().encode(), KINDS.get(kind));
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(
                    manifest + ": " + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
