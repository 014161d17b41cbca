package io.likewire.system.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.List;
import java.util.stream.Stream;

/** Manifests through the eyes of Kubernetes' own schema: unknown fields, wrong types, versions that do not exist. */
final class Schema {
    private static final ObjectMapper STRICT = new ObjectMapper().setAnnotationIntrospector(new NothingElse());

    private Schema() {}

    /** The model keeps fields that it does not know; here each is a fault. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    static List<String> faults(List<Manifest> manifests) {
        return manifests.stream().flatMap(Schema::faults).toList();
    }

    private static Stream<String> faults(Manifest one) {
        try {
            STRICT.treeToValue(one.json(), KubernetesResource.class);
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(one + " of " + one.text("/apiVersion") + ": " + e.getOriginalMessage());
        }
    }
}
